package popbeforesmtp.mailclient;

/**
 * How a mail program is set to send.
 *
 * @param port 25, 587 or, with TLS from the first octet, 465
 * @param tls whether it asks for TLS if the server offers it (RFC 3207)
 * @param auth whether it gives name and password, if the server offers to check them (RFC 4954)
 */
public record Outgoing(int port, boolean tls, boolean auth) {}
