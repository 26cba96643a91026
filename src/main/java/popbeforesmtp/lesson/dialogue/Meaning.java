package popbeforesmtp.lesson.dialogue;

import java.util.Optional;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.sandbox.explain.Message;

/**
 * What an event of a dialogue means to somebody who never saw a protocol.
 *
 * @param event the event, the very one of the log
 * @param telling the meaning, a key of {@code talk.properties}
 * @param secret what it gives away to whoever can read it: a password, with its name if that is said too
 * @param octets what went over the wire for it, and for what the same side said right before it, if that was sealed
 */
public record Meaning(Event event, Message telling, Optional<String> secret, Optional<Event.SealedOctets> octets) {

    Meaning with(Event.SealedOctets instead) {
        return new Meaning(event, telling, secret, Optional.of(instead));
    }
}
