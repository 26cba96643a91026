package popbeforesmtp.gate.behaviour;

/** Where the list lies, and so what is left of it when its keeper, or without one the server, is started anew. */
public enum Memory {
    /** In files: all of it. */
    FILE,
    /** In a file that is thrown away then: what the log says of the log-ins, with their old times. */
    LOG,
    /** In the memory of a process: nothing. */
    RAM
}
