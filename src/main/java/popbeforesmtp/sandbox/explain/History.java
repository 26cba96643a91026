package popbeforesmtp.sandbox.explain;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.Reason;
import popbeforesmtp.sandbox.press.Person;

/**
 * Who was listed where, and from which address: what no server knows, and what turns a refusal into a reason for people.
 * One thread at a time.
 */
public final class History {

    /** A row of a list together with the person who wrote it last. */
    record Written(Person person, String host, InetAddress address, Instant at, Instant until) {

        boolean isLive(Instant now) {
            return !now.isAfter(until);
        }

        /** How long the log-in counted. */
        Duration window() {
            return Duration.between(at, until);
        }
    }

    /**
     * A decision of a gate with its reason for people.
     *
     * @param reason the reason
     * @param row the row that it depends on, if it does on one
     */
    record Finding(Reason reason, Optional<Written> row) {}

    private final Map<Result.Row, Written> rows = new LinkedHashMap<>();

    /** Remembers what was listed in these events, all of them that person's doing. */
    public void note(Person person, List<Event> events) {
        for (Event event : events) {
            if (event instanceof Event.Listed listed) {
                rows.put(
                        new Result.Row(listed.host(), listed.address()),
                        new Written(person, listed.host(), listed.address(), listed.at(), listed.until()));
            }
        }
    }

    /** Finds the reason for this person; the first that fits counts. */
    Finding find(Person person, Event.Decided decided) {
        Optional<Written> here = Optional.ofNullable(rows.get(new Result.Row(decided.host(), decided.from())));
        return switch (decided.reason()) {
            case OUTSIDER ->
                live(person, decided)
                        .map(row -> new Finding(Reason.OTHER_DOOR, Optional.of(row)))
                        .orElse(new Finding(Reason.OUTSIDER, Optional.empty()));
            case NOT_LISTED ->
                live(person, decided)
                        .map(row -> new Finding(
                                row.host().equals(decided.host()) ? Reason.ADDRESS_CHANGED : Reason.OTHER_DOOR,
                                Optional.of(row)))
                        .orElse(new Finding(Reason.NOT_LISTED, Optional.empty()));
            case LISTED, EXPIRED -> new Finding(decided.reason(), here);
            default -> new Finding(decided.reason(), Optional.empty());
        };
    }

    /** A live row of this person: one at the deciding host if there is one, else the newest elsewhere. */
    private Optional<Written> live(Person person, Event.Decided decided) {
        List<Written> live = rows.values().stream()
                .filter(row -> row.person() == person && row.isLive(decided.at()))
                .sorted(Comparator.comparing(Written::at).reversed())
                .toList();
        return live.stream()
                .filter(row -> row.host().equals(decided.host()))
                .findFirst()
                .or(() -> live.stream().findFirst());
    }
}
