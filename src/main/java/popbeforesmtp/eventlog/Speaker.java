package popbeforesmtp.eventlog;

/** Who said a line of a session. */
public enum Speaker {
    /** The mail program. */
    CLIENT,
    /** The mail server. */
    SERVER
}
