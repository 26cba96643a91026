package popbeforesmtp.gate;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import popbeforesmtp.eventlog.DeskAnswer;
import popbeforesmtp.eventlog.DeskAnswer.Question;
import popbeforesmtp.eventlog.Reason;
import popbeforesmtp.gate.RelayTable.Row;
import popbeforesmtp.gate.behaviour.Expiry;
import popbeforesmtp.gate.behaviour.Listing;
import popbeforesmtp.gate.behaviour.Reading;
import popbeforesmtp.gate.behaviour.RelayBehaviour;

/**
 * The sending desk as a reader of the list: it looks when its behaviour says so, and keeps in mind what it found as long as
 * the line is up. Guarded by the gate's monitor.
 */
final class Desk {

    private final RelayBehaviour behaviour;
    private final RelayTable table;
    private final KeeperShift keeper;
    private final Function<String, Optional<String>> resident;
    private final Map<Integer, Look> lines = new HashMap<>();

    /**
     * What it has found.
     *
     * @param reason {@code LISTED}, {@code EXPIRED} or {@code NOT_LISTED}
     * @param row the row that decided
     * @param answers the questions that led there, at least one
     */
    record Look(Reason reason, Optional<ListedAddress> row, List<DeskAnswer> answers) {}

    /** @param resident the user of an address, if he lives here */
    Desk(RelayBehaviour behaviour, RelayList list, Function<String, Optional<String>> resident) {
        this.behaviour = behaviour;
        this.table = list.table();
        this.keeper = list.keeper();
        this.resident = resident;
    }

    /** A line was put up. */
    void connected(ProtocolEvent event) {
        if (behaviour.reading() == Reading.CONNECT || behaviour.reading() == Reading.SESSION) {
            lines.put(event.session(), lookForAddress(behaviour.listing().sought(event.from()), event.at()));
        }
    }

    /** A sender was given; one that is found opens the line for all that follow. */
    void senderGiven(ProtocolEvent event) {
        if (behaviour.reading() == Reading.SENDER) {
            lines.merge(
                    event.session(),
                    lookForSender(event),
                    (before, now) -> before.reason().accepts() ? opened(before) : now);
        }
    }

    /** The line is down. */
    void quit(ProtocolEvent event) {
        lines.remove(event.session());
    }

    /** What it finds for somebody who wants to relay. */
    Look ask(Attempt attempt) {
        return behaviour.reading() == Reading.RECIPIENT
                ? lookForAddress(behaviour.listing().sought(attempt.from()), attempt.now())
                : lines.getOrDefault(attempt.session(), neverLooked(attempt.now()));
    }

    private static Look neverLooked(Instant now) {
        Walk walk = new Walk(now);
        walk.asks(Question.LISTED, false);
        return notListed(walk);
    }

    private static Look opened(Look before) {
        DeskAnswer first = before.answers().get(0);
        return new Look(
                before.reason(), before.row(), List.of(new DeskAnswer(Question.OPENED_BEFORE, true, first.at())));
    }

    private Look lookForAddress(String sought, Instant now) {
        Walk walk = new Walk(now);
        boolean asksKeeper = behaviour.listing().messenger() == Listing.Messenger.PACKET;
        if (asksKeeper && !walk.asks(Question.KEEPER_ANSWERS, keeper.isAwake())) {
            return notListed(walk);
        }
        Optional<Row> row = table.find(sought);
        return walk.asks(Question.LISTED, row.isPresent()) ? judge(row.get(), now, walk) : notListed(walk);
    }

    private Look lookForSender(ProtocolEvent event) {
        Walk walk = new Walk(event.at());
        Optional<String> user = resident.apply(event.name());
        Optional<Row> row = user.flatMap(table::find);
        boolean found = walk.asks(Question.OWN_SENDER, user.isPresent())
                && walk.asks(Question.LISTED, row.isPresent())
                && walk.asks(
                        Question.LATEST_ADDRESS, row.get().listed().address().equals(event.from()));
        return found ? judge(row.get(), event.at(), walk) : notListed(walk);
    }

    private Look judge(Row row, Instant now, Walk walk) {
        boolean opens =
                behaviour.expiry().by() != Expiry.By.READER || walk.asks(Question.IN_TIME, table.isLive(row, now));
        return new Look(opens ? Reason.LISTED : Reason.EXPIRED, Optional.of(row.listed()), walk.answers());
    }

    private static Look notListed(Walk walk) {
        return new Look(Reason.NOT_LISTED, Optional.empty(), walk.answers());
    }
}
