package popbeforesmtp.network;

/**
 * This machine does not listen behind a port that is open in the practice network: it is stopping. Nothing that a learner
 * did, and no outcome.
 */
public final class ListenerGoneException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ListenerGoneException() {
        super("nothing listens behind an open port");
    }
}
