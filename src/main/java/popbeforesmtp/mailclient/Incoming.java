package popbeforesmtp.mailclient;

/**
 * How a mail program is set to receive.
 *
 * @param port 110 or, with TLS from the first octet, 995
 * @param tls whether it asks for TLS, and goes on without if the server has none (RFC 2595)
 * @param apop whether it shows that it knows the password instead of saying it, if the server's greeting allows that (RFC 1939, 7)
 */
public record Incoming(int port, boolean tls, boolean apop) {}
