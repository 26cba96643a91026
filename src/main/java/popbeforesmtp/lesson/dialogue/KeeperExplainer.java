package popbeforesmtp.lesson.dialogue;

import java.util.Locale;
import java.util.Optional;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.sandbox.explain.Message;

/** What is told of those who keep a list without talking to anybody: pure functions over their events. */
final class KeeperExplainer {

    private KeeperExplainer() {}

    /** What an event means; nothing if it is none of a keeper's. */
    static Optional<Message> of(Event event) {
        if (event instanceof Event.Kept kept) {
            return Optional.of(kept(kept));
        }
        if (event instanceof Event.Waited waited) {
            return Optional.of(
                    Message.of("talk.keeper.waited").with("n", waited.time().toSeconds()));
        }
        if (event instanceof Event.Logged logged) {
            return Optional.of(Message.of("talk.keeper.logged").with("ip", logged.address()));
        }
        return Optional.empty();
    }

    private static Message kept(Event.Kept kept) {
        String led = kept.listed().isEmpty()
                ? kept.removed().isEmpty() ? "" : ".removed"
                : kept.removed().isEmpty() ? ".listed" : ".both";
        return Message.of("talk.keeper." + kept.chore().name().toLowerCase(Locale.ROOT) + led)
                .with("listed", String.join(", ", kept.listed()))
                .with("removed", String.join(", ", kept.removed()));
    }
}
