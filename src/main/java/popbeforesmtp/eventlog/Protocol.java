package popbeforesmtp.eventlog;

/** The two languages that are spoken on the wire. */
public enum Protocol {
    /** Receiving, RFC 1939. */
    POP3,
    /** Sending, RFC 5321. */
    SMTP
}
