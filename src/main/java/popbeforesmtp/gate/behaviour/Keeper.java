package popbeforesmtp.gate.behaviour;

/** The process beside the mail servers without which the list is not kept. It can be put to sleep and woken. */
public enum Keeper {
    /** Is told of each log-in, and writes or remembers it. */
    DAEMON,
    /** Reads the mail log from time to time. */
    WATCHER,
    /** Clears the list once an hour. */
    CRON
}
