package popbeforesmtp.sandbox.world;

/** This machine failed while a world was played: nothing was done, nothing has changed, and another time it may go. */
public final class MachineFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MachineFailedException() {
        super("this machine failed while a world was played");
    }
}
