package popbeforesmtp.lesson.dialogue;

import popbeforesmtp.eventlog.Event;
import popbeforesmtp.sandbox.explain.Message;

/**
 * What an event of a dialogue means to somebody who never saw a protocol.
 *
 * @param event the event, the very one of the log
 * @param telling the meaning, a key of {@code talk.properties}
 */
public record Meaning(Event event, Message telling) {}
