package popbeforesmtp.lesson.experiment;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import popbeforesmtp.eventlog.Reason;
import popbeforesmtp.gate.KeptRow;
import popbeforesmtp.sandbox.explain.Outcome;

/**
 * What must be seen after a press. An empty {@code Optional} promises nothing, except in {@link Ending}, where it
 * promises that there is none.
 *
 * @param ending how the press ended; nothing for a press without mail, which must have no outcome
 * @param explanations some of what is told
 * @param state how the world then stands
 * @param results what became of each recipient; empty where that is not told
 * @param lines beginnings of lines of the dialogue, whoever says them
 * @param sealed the same of lines that went under TLS
 */
public record StepExpectation(
        Optional<Ending> ending,
        List<Explanation> explanations,
        State state,
        List<RecipientResult> results,
        List<String> lines,
        List<String> sealed) {

    /** Keeps the lists as they are now. */
    public StepExpectation {
        explanations = List.copyOf(explanations);
        results = List.copyOf(results);
        lines = List.copyOf(lines);
        sealed = List.copyOf(sealed);
    }

    /**
     * How a world then stands.
     *
     * @param clock the practice time
     * @param address the address that is shown to the world when mail is sent from here
     * @param rows all rows of the lists of the incoming and the outgoing host, in their order
     * @param friendMail how many mails are in taro's mailbox
     */
    public record State(
            Optional<Instant> clock,
            Optional<InetAddress> address,
            Optional<List<Row>> rows,
            Optional<Integer> friendMail) {

        /** Keeps the list as it is now. */
        public State {
            rows = rows.map(List::copyOf);
        }
    }

    /** The practice time. */
    public Optional<Instant> clock() {
        return state.clock();
    }

    /** The address that is shown to the world when mail is sent from here. */
    public Optional<InetAddress> address() {
        return state.address();
    }

    /** All rows of the lists of the incoming and the outgoing host, in their order. */
    public Optional<List<Row>> rows() {
        return state.rows();
    }

    /** How many mails are in taro's mailbox. */
    public Optional<Integer> friendMail() {
        return state.friendMail();
    }

    /**
     * How a press ended.
     *
     * @param outcome the deciding half
     * @param receive the receiving half, if one press did both
     * @param reply the first word of the deciding reply, or empty
     * @param reason why, if there is a reason to tell
     */
    public record Ending(Outcome outcome, Optional<Outcome> receive, String reply, Optional<Reason> reason) {}

    /**
     * What is told.
     *
     * @param key the key of the message
     * @param values some of its values, as texts: a time is {@code 14:05}
     */
    public record Explanation(String key, Map<String, String> values) {

        /** Keeps the values as they are now. */
        public Explanation {
            values = Map.copyOf(values);
        }
    }

    /**
     * A row of a list.
     *
     * @param host whose list it is
     * @param address the address that is listed
     * @param until the last instant that is inside
     * @param state what it is good for
     * @param key whether it decided the last press, where that is promised
     */
    public record Row(String host, InetAddress address, Instant until, KeptRow.State state, Optional<Boolean> key) {}

    /**
     * What became of a recipient.
     *
     * @param recipient the address
     * @param reply the first word of the server's reply
     * @param reason why
     */
    public record RecipientResult(String recipient, String reply, Reason reason) {}
}
