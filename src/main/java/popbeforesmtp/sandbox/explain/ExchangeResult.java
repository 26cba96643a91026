package popbeforesmtp.sandbox.explain;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import popbeforesmtp.eventlog.DeskAnswer;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.Protocol;
import popbeforesmtp.eventlog.Reason;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.sandbox.press.Person;

/**
 * What one exchange with one server led to: a receiving or a sending, whoever spoke in it, a mail program or a learner by
 * hand. Whoever shows it reads these fields and infers nothing.
 *
 * @param outcome how it ended
 * @param reply the first word of the deciding reply, or empty
 * @param reason why, refined for people, if there is a reason to tell
 * @param key what decided, if something did
 * @param desk which server it was
 * @param messages what to tell, most important first
 * @param recipients what became of each recipient, if there were several
 */
public record ExchangeResult(
        Outcome outcome,
        String reply,
        Optional<Reason> reason,
        Optional<Key> key,
        Desk desk,
        List<Message> messages,
        List<RecipientResult> recipients) {

    /** Keeps the lists as they are now. */
    public ExchangeResult {
        messages = List.copyOf(messages);
        recipients = List.copyOf(recipients);
    }

    /**
     * The server that an exchange was with.
     *
     * @param protocol what was spoken, or would have been
     * @param dialled the name that was called, {@code smtp.plala.example}
     * @param answered the name of the machine that answered; nothing if none did
     */
    public record Desk(Protocol protocol, String dialled, Optional<String> answered) {

        /** Whether another machine answered than the one that was called. */
        public boolean isElsewhere() {
            return answered.filter(name -> !name.equalsIgnoreCase(dialled)).isPresent();
        }

        /** Whether the machine that answered is one of that mail domain's. */
        public boolean isOf(String domain) {
            return answered.filter(name -> name.endsWith("." + domain)).isPresent();
        }
    }

    /**
     * The deciding line, and the row of the list that it depends on.
     *
     * @param event the very event of the dialogue (compare by identity)
     * @param row the row, if one decided
     * @param writer who wrote that row last, if one decided; the list itself never knows
     * @param walked what the sending desk asked itself, in its order, the last one deciding; empty where no gate was asked
     */
    public record Key(Event event, Optional<Row> row, Optional<Writer> writer, List<DeskAnswer> walked) {

        /** Keeps the list as it is now. */
        public Key {
            walked = List.copyOf(walked);
        }

        static Key of(Event event) {
            return new Key(event, Optional.empty(), Optional.empty(), List.of());
        }
    }

    /** A row of a host's list. */
    public record Row(String host, InetAddress address) {}

    /**
     * Who wrote a row.
     *
     * @param seat from which seat
     * @param person which person there
     * @param self whether that is the very one who now depends on it
     */
    public record Writer(SeatId seat, Person person, boolean self) {}

    /**
     * What became of one recipient.
     *
     * @param recipient the address
     * @param replyLine the server's whole reply line
     * @param reason why, refined for people
     */
    public record RecipientResult(String recipient, String replyLine, Reason reason) {}

    /** Whether some of the recipients were taken and some were not. */
    public boolean isPartial() {
        return recipients.stream()
                        .map(RecipientResult::reason)
                        .map(Reason::accepts)
                        .distinct()
                        .count()
                > 1;
    }

    /** Whether the mail was taken because of a row that somebody else had written. */
    public boolean isThroughAnother() {
        return outcome == Outcome.SENT
                && key.flatMap(Key::writer).filter(writer -> !writer.self()).isPresent();
    }
}
