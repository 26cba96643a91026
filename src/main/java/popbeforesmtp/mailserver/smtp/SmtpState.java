package popbeforesmtp.mailserver.smtp;

/**
 * How far a session has come (RFC 5321, 4.1.4), and the commands that each state takes. HELO, EHLO, RSET and the end of
 * a mail lead back to GREETED; a refused recipient leads nowhere. STARTTLS
 * leads back to CONNECTED from anywhere: what was said before it was never said (RFC 3207, 4.2).
 *
 * <pre>
 *   CONNECTED --HELO, EHLO--> GREETED --MAIL 250--> SENDER --RCPT 250--> RECIPIENT --DATA--> (mail) --> GREETED
 *                                                                        |      ^
 *                                                                        +-RCPT-+
 * </pre>
 */
enum SmtpState {
    /** Nobody has said who is calling. */
    CONNECTED,
    /** The caller has a name, and no mail is under way. */
    GREETED,
    /** The sender is known. */
    SENDER,
    /** At least one recipient was accepted. */
    RECIPIENT;

    boolean accepts(SmtpVerb verb) {
        return switch (verb) {
            case MAIL, AUTH -> this == GREETED;
            case STARTTLS -> this != CONNECTED;
            case RCPT -> this == SENDER || this == RECIPIENT;
            case DATA -> this == RECIPIENT;
            case HELO, EHLO, RSET, NOOP, VRFY, HELP, QUIT -> true;
        };
    }
}
