package popbeforesmtp.sandbox.world;

/**
 * What a world says to a press.
 *
 * @param kind whether it was done
 * @param view the world as it stands now
 */
public record Answer(Kind kind, WorldView view) {

    /** Whether a press was done. */
    public enum Kind {
        /** It was done just now. */
        DONE,
        /** The very same press was done before; this is its answer again. */
        SAME,
        /** The page that it came from was old; nothing was done. */
        OLD,
        /** The journal is full; nothing was done. */
        FULL,
        /** There was nothing to undo. */
        NOTHING_TO_UNDO,
        /** This machine failed while it was done: it counts as not done, and nothing has changed. */
        BROKEN,
        /** It could not be kept: it counts as not done, and nothing has changed. */
        NOT_KEPT,
        /** The journal could not be played any more, and the world starts afresh; nothing else was done. */
        AFRESH
    }
}
