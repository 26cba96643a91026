package popbeforesmtp.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import popbeforesmtp.gate.KeptRow.State;
import popbeforesmtp.gate.behaviour.Expiry;
import popbeforesmtp.gate.behaviour.Listing;
import popbeforesmtp.gate.behaviour.RelayBehaviour;

/** The rows of a list, by what stands in them. Guarded by the gate's monitor, as is all that keeps a list. */
final class RelayTable {

    private static final int MOST_ROWS = 1_000;

    private final Listing listing;
    private final Expiry expiry;
    private final Map<String, Row> rows = new LinkedHashMap<>();

    RelayTable(RelayBehaviour behaviour) {
        this.listing = behaviour.listing();
        this.expiry = behaviour.expiry();
    }

    /**
     * A row.
     *
     * @param entry what stands in it
     * @param mailbox whose log-in it was, if that is kept; else empty
     * @param listed address and times
     */
    record Row(String entry, String mailbox, ListedAddress listed) {
        Instant until() {
            return listed.until();
        }
    }

    /** The row for a log-in; it is not written by this. */
    Row row(ProtocolEvent logIn, Duration window) {
        return new Row(
                listing.entry(logIn.from(), logIn.name()),
                listing.key() == Listing.Key.ADDRESS ? "" : logIn.name(),
                new ListedAddress(logIn.from(), logIn.at(), logIn.at().plus(window)));
    }

    boolean isLive(Row row, Instant now) {
        return expiry.isLive(row.until(), now);
    }

    Optional<Row> find(String entry) {
        return Optional.ofNullable(rows.get(entry));
    }

    /** Writes a row or renews it. There are a thousand at the most: then the one whose time is up first makes room. */
    void put(Row row) {
        if (rows.size() >= MOST_ROWS && !rows.containsKey(row.entry())) {
            rows.remove(Collections.min(rows.values(), Comparator.comparing(Row::until))
                    .entry());
        }
        rows.put(row.entry(), row);
    }

    /** Takes out the rows whose time is up, and says which. */
    List<String> sweep(Instant now) {
        List<String> removed = new ArrayList<>();
        rows.values().removeIf(row -> !isLive(row, now) && removed.add(row.entry()));
        return removed;
    }

    /** Takes out everything, and says what. */
    List<String> clear() {
        List<String> removed = List.copyOf(rows.keySet());
        rows.clear();
        return removed;
    }

    /** Address and times of the rows, in the order in which their entries first came. */
    List<ListedAddress> listed() {
        return rows.values().stream().map(Row::listed).toList();
    }

    /** The rows, and what each is good for. */
    List<KeptRow> kept(Instant now) {
        return rows.values().stream().map(row -> kept(row, state(row, now))).toList();
    }

    static KeptRow kept(Row row, State state) {
        return new KeptRow(row.entry(), row.mailbox(), row.listed(), state);
    }

    private State state(Row row, Instant now) {
        if (listing.meets(row.listed().address(), Listing.OverIpv6.MANGLED)) {
            return State.UNMATCHED;
        }
        if (isLive(row, now)) {
            return State.LIVE;
        }
        return expiry.by() == Expiry.By.READER ? State.EXPIRED : State.OVERDUE;
    }
}
