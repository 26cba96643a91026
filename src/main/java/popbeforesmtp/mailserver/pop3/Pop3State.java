package popbeforesmtp.mailserver.pop3;

/**
 * The states of RFC 1939, 3, and the commands that each takes. A dropped line, an idle one and a stop end without
 * UPDATE, so that nothing is deleted.
 *
 * <pre>
 *   AUTHORIZATION --PASS, APOP +OK--> TRANSACTION --QUIT--> (UPDATE) --> end
 *        |  QUIT                     |  line dropped, idle, stop
 *        v                           v
 *       end                         end
 * </pre>
 */
enum Pop3State {
    /** Nobody has logged in. */
    AUTHORIZATION,
    /** Somebody has, and the mailbox is locked for him. */
    TRANSACTION;

    boolean accepts(Pop3Verb verb) {
        return switch (verb) {
            case USER, PASS, APOP, STLS -> this == AUTHORIZATION;
            case STAT, LIST, UIDL, RETR, TOP, DELE, RSET, NOOP -> this == TRANSACTION;
            case CAPA, QUIT -> true;
        };
    }
}
