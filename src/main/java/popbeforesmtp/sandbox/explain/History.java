package popbeforesmtp.sandbox.explain;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.Reason;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.sandbox.explain.ExchangeResult.Row;
import popbeforesmtp.sandbox.explain.ExchangeResult.Writer;
import popbeforesmtp.sandbox.press.Person;

/**
 * Who was listed where, and from which address: what no server knows, and what turns a refusal into a reason for people. A
 * person is somebody at a seat: two who are both called hanako are two. One thread at a time.
 */
public final class History {

    /** Somebody at a seat. */
    public record Actor(SeatId seat, Person person) {}

    /** A row of a list together with the one who wrote it last. */
    record Written(Actor actor, Row row, Instant at, Instant until) {

        boolean isLive(Instant now) {
            return !now.isAfter(until);
        }

        /** How long the log-in counted. */
        Duration window() {
            return Duration.between(at, until);
        }

        String host() {
            return row.host();
        }

        InetAddress address() {
            return row.address();
        }

        Writer writer(Actor reader) {
            return new Writer(actor.seat(), actor.person(), actor.equals(reader));
        }
    }

    /**
     * A decision of a gate with its reason for people.
     *
     * @param reason the reason
     * @param row the row that it depends on, if it does on one
     */
    record Finding(Reason reason, Optional<Written> row) {}

    private final Map<Row, Written> rows = new LinkedHashMap<>();
    private final Set<Actor> mistaken = new HashSet<>();

    /** Remembers what was listed or refused in these events of a receiving, all of them that one's doing. */
    public void note(Actor actor, List<Event> events) {
        for (Event event : events) {
            if (event instanceof Event.Listed listed) {
                Row row = new Row(listed.host(), listed.address());
                rows.put(row, new Written(actor, row, listed.at(), listed.until()));
                mistaken.remove(actor);
            } else if (event instanceof Event.LogInRefused refused && refused.reason() == Reason.WRONG_PASSWORD) {
                mistaken.add(actor);
            }
        }
    }

    /** Whether the latest log-in of this one was refused for its password. */
    public boolean isMistaken(Actor actor) {
        return mistaken.contains(actor);
    }

    /** The last moment inside a row, if there is such a row. */
    public Optional<Instant> end(Row row) {
        return Optional.ofNullable(rows.get(row)).map(Written::until);
    }

    /** Who wrote a row last, if somebody did. */
    public Optional<Actor> writer(Row row) {
        return Optional.ofNullable(rows.get(row)).map(Written::actor);
    }

    /** Finds the reason for this one; the first that fits counts. */
    Finding find(Actor actor, Event.Decided decided) {
        Optional<Written> here = Optional.ofNullable(rows.get(new Row(decided.host(), decided.from())));
        return switch (decided.reason()) {
            case OUTSIDER ->
                live(actor, decided)
                        .map(row -> new Finding(Reason.OTHER_DOOR, Optional.of(row)))
                        .orElse(new Finding(Reason.OUTSIDER, Optional.empty()));
            case NOT_LISTED ->
                live(actor, decided)
                        .map(row -> new Finding(
                                row.host().equals(decided.host()) ? Reason.ADDRESS_CHANGED : Reason.OTHER_DOOR,
                                Optional.of(row)))
                        .orElse(new Finding(Reason.NOT_LISTED, Optional.empty()));
            case LISTED, EXPIRED -> new Finding(decided.reason(), here);
            default -> new Finding(decided.reason(), Optional.empty());
        };
    }

    /** A live row of this one: one at the deciding host if there is one, else the newest elsewhere. */
    private Optional<Written> live(Actor actor, Event.Decided decided) {
        List<Written> live = rows.values().stream()
                .filter(row -> row.actor().equals(actor) && row.isLive(decided.at()))
                .sorted(Comparator.comparing(Written::at).reversed())
                .toList();
        return live.stream()
                .filter(row -> row.host().equals(decided.host()))
                .findFirst()
                .or(() -> live.stream().findFirst());
    }
}
