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
import popbeforesmtp.eventlog.DeskAnswer;
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

    /** What a host's gate says of a row. */
    public enum Standing {
        /** A line that is put up now is let through by it, its time being up or not. */
        OPENS,
        /** Only the mail log tells of it. */
        UNREAD,
        /** It stands there, and opens nothing. */
        CLOSED,
        /** It does not stand there. */
        ABSENT
    }

    /** The lists of the hosts, as their gates see them. */
    @FunctionalInterface
    public interface Lists {
        Standing of(Row row, Instant now);
    }

    private final Lists lists;
    private final Map<Row, Written> rows = new LinkedHashMap<>();
    private final Set<Actor> mistaken = new HashSet<>();

    /** Nobody has been listed yet. */
    public History(Lists lists) {
        this.lists = lists;
    }

    /** Remembers what was listed or refused in these events of a receiving, all of them that one's doing. */
    public void note(Actor actor, List<Event> events) {
        for (Event event : events) {
            if (event instanceof Event.Listed listed) {
                Row row = new Row(listed.host(), listed.address());
                rows.put(row, new Written(actor, row, listed.at(), listed.until()));
                mistaken.remove(actor);
            } else if (event instanceof Event.Logged logged) {
                Row row = new Row(logged.host(), logged.address());
                rows.put(row, new Written(actor, row, logged.at(), logged.until()));
                mistaken.remove(actor);
            } else if (event instanceof Event.Waited unheard) {
                forget(unheard, events);
            } else if (event instanceof Event.LogInRefused refused && refused.reason() == Reason.WRONG_PASSWORD) {
                mistaken.add(actor);
            }
        }
    }

    /** A log-in that its keeper did not hear of is no continuation of what was there before. */
    private void forget(Event.Waited unheard, List<Event> events) {
        for (Event event : events) {
            if (event instanceof Event.SessionOpened opened
                    && opened.session() == unheard.session()
                    && lists.of(new Row(opened.host(), opened.from()), unheard.at()) == Standing.ABSENT) {
                rows.remove(new Row(opened.host(), opened.from()));
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
                fromThisAddress(actor, decided, here)
                        .or(() -> live(actor, decided)
                                .map(row -> new Finding(
                                        row.host().equals(decided.host()) ? Reason.ADDRESS_CHANGED : Reason.OTHER_DOOR,
                                        Optional.of(row))))
                        .orElse(new Finding(Reason.NOT_LISTED, Optional.empty()));
            case EXPIRED -> seenBefore(decided, here).orElse(new Finding(Reason.EXPIRED, here));
            case LISTED -> new Finding(Reason.LISTED, here);
            default -> new Finding(decided.reason(), Optional.empty());
        };
    }

    /** What became of this one's own log-in from this very address, if there was one. */
    private Optional<Finding> fromThisAddress(Actor actor, Event.Decided decided, Optional<Written> here) {
        Optional<Written> own = here.filter(row -> row.actor().equals(actor));
        Optional<Standing> standing = own.map(row -> lists.of(row.row(), decided.at()));
        if (standing.filter(now -> now == Standing.UNREAD).isPresent()) {
            return Optional.of(new Finding(Reason.TOO_EARLY, own));
        }
        boolean sweptAway = standing.filter(now -> now == Standing.ABSENT).isPresent()
                && decided.at().isAfter(own.orElseThrow().until());
        return sweptAway ? Optional.of(new Finding(Reason.EXPIRED, own)) : seenBefore(decided, here);
    }

    /** Whether the list would open this sending by now, had the desk looked again. */
    private Optional<Finding> seenBefore(Event.Decided decided, Optional<Written> here) {
        return here.filter(row -> asksForTheAddress(decided) && lists.of(row.row(), decided.at()) == Standing.OPENS)
                .map(row -> new Finding(Reason.LOOKED_BEFORE, Optional.of(row)));
    }

    /** Whether it was the list that decided, and neither the sender's name nor a keeper who does not answer. */
    private static boolean asksForTheAddress(Event.Decided decided) {
        List<DeskAnswer> walked = decided.verdict().walked();
        return !walked.isEmpty()
                && switch (walked.get(walked.size() - 1).question()) {
                    case LISTED, LATEST_ADDRESS, IN_TIME -> true;
                    default -> false;
                };
    }

    private static boolean isOf(Written row, Event.Decided decided) {
        return row.host().equals(decided.host()) && row.address().equals(decided.from());
    }

    /** A row of this one that opens sending from another address or at another host: one at the deciding host if there is one, else the newest elsewhere. */
    private Optional<Written> live(Actor actor, Event.Decided decided) {
        List<Written> live = rows.values().stream()
                .filter(row -> row.actor().equals(actor) && !isOf(row, decided))
                .filter(row -> lists.of(row.row(), decided.at()) == Standing.OPENS)
                .sorted(Comparator.comparing(Written::at).reversed())
                .toList();
        return live.stream()
                .filter(row -> row.host().equals(decided.host()))
                .findFirst()
                .or(() -> live.stream().findFirst());
    }
}
