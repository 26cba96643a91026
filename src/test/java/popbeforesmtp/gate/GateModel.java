package popbeforesmtp.gate;

import java.util.ArrayList;
import java.util.List;

/**
 * The rule once more, written another way: nothing is kept but what happened, and every question searches the whole past.
 * Seconds and address numbers only.
 */
public final class GateModel {

    private record LogIn(int address, long at) {}

    private final long window;
    private final List<LogIn> past = new ArrayList<>();
    private long now;
    private int address;

    /** @param window in seconds */
    public GateModel(long window) {
        this.window = window;
    }

    /** The address of now, 0 or 1. */
    public int address() {
        return address;
    }

    /** The time of now, in seconds from the start. */
    public long now() {
        return now;
    }

    /** Does an act; a wait goes by the latest log-in from the address of now, and does nothing without one. */
    public void act(Sequences.Act act) {
        switch (act) {
            case LOG_IN_RIGHT -> past.add(new LogIn(address, now));
            case LOG_IN_WRONG, SEND -> {}
            case WAIT_TO_THE_END -> waitUntil(lastLogIn() + window);
            case WAIT_PAST_THE_END -> waitUntil(lastLogIn() + window + 1);
            case CHANGE_ADDRESS -> address = 1 - address;
        }
    }

    private void waitUntil(long moment) {
        if (lastLogIn() >= 0) {
            now = Math.max(now, moment);
        }
    }

    private long lastLogIn() {
        return past.stream()
                .filter(logIn -> logIn.address == address)
                .mapToLong(LogIn::at)
                .max()
                .orElse(-1);
    }

    /** What a server should say to a relay from the address of now: {@code LISTED}, {@code EXPIRED}, {@code NOT_LISTED}. */
    public String verdict() {
        boolean ever = past.stream().anyMatch(logIn -> logIn.address == address);
        boolean lately = past.stream().anyMatch(logIn -> logIn.address == address && now - logIn.at <= window);
        return lately ? "LISTED" : ever ? "EXPIRED" : "NOT_LISTED";
    }
}
