package popbeforesmtp.lesson.dialogue;

import java.util.Optional;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.Reason;
import popbeforesmtp.sandbox.explain.Message;

/** Somebody who knows one protocol, hears one session from its beginning and says what each line means. */
interface LineExplainer {

    /** What the mail program means. */
    Message client(String line);

    /**
     * What the mail program gives away with the line whose meaning was asked last.
     *
     * @return nothing unless there is a password in it
     */
    Optional<String> secret(String line);

    /**
     * What the server means.
     *
     * @param reason why it says so, if the gate or a log-in decided right before
     */
    Message server(String line, Optional<Reason> reason);

    /** What a whole mail on the wire is. */
    Message letter(Event.Letter letter);

    /** A number as a number, so that each language writes it its own way; anything else as it is. */
    static Object number(String word) {
        boolean digits = !word.isEmpty() && word.length() <= 18 && word.chars().allMatch(it -> it >= '0' && it <= '9');
        return digits ? Long.valueOf(word) : word;
    }
}
