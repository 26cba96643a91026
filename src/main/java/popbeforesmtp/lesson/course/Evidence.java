package popbeforesmtp.lesson.course;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.Reason;
import popbeforesmtp.eventlog.Speaker;
import popbeforesmtp.sandbox.explain.ExchangeResult;
import popbeforesmtp.sandbox.explain.Result;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.world.WorldView;

/** A kind of line from which the cause of a closed box can be seen. */
public enum Evidence {
    /** The reply that decided a sending, where one press sent first and received afterwards. */
    ORDER {
        @Override
        boolean isSeen(Event line, WorldView world) {
            return ANSWER.isSeen(line, world)
                    && world.talked()
                            .map(Result::press)
                            .filter(Press.SendReceive.class::isInstance)
                            .isPresent();
        }
    },
    /** The reply that decided a sending. */
    ANSWER {
        @Override
        boolean isSeen(Event line, WorldView world) {
            return world.talked()
                    .flatMap(Result::sending)
                    .flatMap(ExchangeResult::key)
                    .filter(key -> key.event().equals(line))
                    .isPresent();
        }
    },
    /** The silence of the network. */
    SILENCE {
        @Override
        boolean isSeen(Event line, WorldView world) {
            return line instanceof Event.CallFailed failed && failed.reason() == Reason.SILENCE;
        }
    },
    /** The first line of a sending server, which says its name. */
    GREETING {
        @Override
        boolean isSeen(Event line, WorldView world) {
            return line instanceof Event.Said said && said.line().startsWith("220 ");
        }
    };

    /** Whether a line of the world's latest dialogue is of this kind. */
    abstract boolean isSeen(Event line, WorldView world);

    /** The one of that name in content, or nothing. */
    static Optional<Evidence> of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    /** A line as a learner can name it; nothing if nobody but the learner's own program said it. */
    public static Optional<String> named(Event event) {
        if (event instanceof Event.Said said && said.speaker() == Speaker.SERVER) {
            return Optional.of(said.line());
        }
        return event instanceof Event.CallFailed failed
                ? Optional.of(failed.dialled() + ":" + failed.port())
                : Optional.empty();
    }
}
