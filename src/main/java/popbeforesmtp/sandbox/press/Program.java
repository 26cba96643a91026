package popbeforesmtp.sandbox.press;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** The habits of the mail programs of the time. */
public enum Program {
    /** Does what is pressed and nothing else. */
    MANUAL("manual", Duration.ZERO),
    /** Sends first and receives afterwards when both are asked for, as Outlook Express did. */
    SEND_FIRST("send-first", Duration.ZERO),
    /** Receives before every sending, as Becky! could. */
    RECEIVE_BEFORE_SEND("receive-before-send", Duration.ZERO),
    /** Receives by itself at the start and every 3 practice minutes. */
    CHECKS_EVERY_3("checks-3", Duration.ofMinutes(3)),
    /** Receives by itself at the start and every 30 practice minutes. */
    CHECKS_EVERY_30("checks-30", Duration.ofMinutes(30));

    private final String id;
    private final Duration interval;

    Program(String id, Duration interval) {
        this.id = id;
        this.interval = interval;
    }

    /** The name in links and forms. */
    public String id() {
        return id;
    }

    /** Whether it receives by itself. */
    public boolean checksByItself() {
        return !interval.isZero();
    }

    /** How often it receives by itself, in practice time; zero if it does not. */
    public Duration interval() {
        return interval;
    }

    /** The program of that name, or nothing. */
    public static Optional<Program> of(String id) {
        return Arrays.stream(values()).filter(program -> program.id.equals(id)).findFirst();
    }
}
