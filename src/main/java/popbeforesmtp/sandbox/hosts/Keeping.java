package popbeforesmtp.sandbox.hosts;

import java.util.Optional;
import popbeforesmtp.gate.ClockEvent;

/**
 * How it stands with the process that keeps the list of a host beside the servers, if its program has one.
 *
 * @param awake whether it is at work
 * @param due what it does next by itself, and when; nothing if it does nothing, or sleeps
 */
public record Keeping(boolean awake, Optional<ClockEvent> due) {

    /** At work, with nothing to do yet. */
    public static final Keeping AT_WORK = new Keeping(true, Optional.empty());
}
