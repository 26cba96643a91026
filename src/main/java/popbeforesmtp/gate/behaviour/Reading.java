package popbeforesmtp.gate.behaviour;

/** When the sending desk looks into the list. */
public enum Reading {
    /** When the line is put up; what it finds holds for the whole session. */
    CONNECT,
    /** At RCPT, but in the table as it was when the session began. */
    SESSION,
    /** At MAIL FROM, by the sender; one that is found opens the line for good. */
    SENDER,
    /** At each RCPT. */
    RECIPIENT
}
