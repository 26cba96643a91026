package popbeforesmtp.sandbox.explain;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.Reason;
import popbeforesmtp.sandbox.press.Press;

/**
 * What a press led to.
 *
 * @param number which press it was, counted from 1 after the start of the world
 * @param at the practice time when it was over
 * @param press the press
 * @param outcome how it ended; nothing for a press without mail
 * @param receive how the receiving half ended, if one press did both halves
 * @param reply the first word of the deciding reply, or empty
 * @param reason why, refined for people, if there is a reason to tell
 * @param tellings what to tell, most important first
 * @param recipients what became of each recipient, if there were several
 * @param key what decided, if something did
 */
public record Result(
        int number,
        Instant at,
        Press press,
        Optional<Outcome> outcome,
        Optional<Outcome> receive,
        String reply,
        Optional<Reason> reason,
        List<Message> tellings,
        List<RecipientResult> recipients,
        Optional<Key> key) {

    /**
     * What became of one recipient.
     *
     * @param recipient the address
     * @param replyLine the server's whole reply line
     * @param reason why, refined for people
     */
    public record RecipientResult(String recipient, String replyLine, Reason reason) {}

    /**
     * The deciding pair: the event of the dialogue, and the row of the list that it depends on.
     *
     * @param event the very event of the log (compare by identity)
     * @param row the row's host and address, if a row decided
     */
    public record Key(Event event, Optional<Row> row) {}

    /** A row of a host's list. */
    public record Row(String host, InetAddress address) {}
}
