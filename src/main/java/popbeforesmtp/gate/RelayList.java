package popbeforesmtp.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import popbeforesmtp.gate.KeptRow.State;
import popbeforesmtp.gate.ProtocolEvent.Kind;
import popbeforesmtp.gate.RelayTable.Row;
import popbeforesmtp.gate.behaviour.Listing;
import popbeforesmtp.gate.behaviour.Listing.Messenger;
import popbeforesmtp.gate.behaviour.Listing.OverIpv6;
import popbeforesmtp.gate.behaviour.Memory;
import popbeforesmtp.gate.behaviour.RelayBehaviour;

/** The list of a gate, written and kept as the behaviour says. Guarded by the gate's monitor. */
final class RelayList {

    private final Listing listing;
    private final Memory memory;
    private final RelayTable table;
    private final Optional<LogWatcher> watcher;
    private final KeeperShift keeper;
    private Duration window;

    RelayList(RelayBehaviour behaviour) {
        this.listing = behaviour.listing();
        this.memory = behaviour.memory();
        this.window = behaviour.window();
        this.table = new RelayTable(behaviour);
        this.watcher = switch (listing.messenger()) {
            case LOG, LOOSE_LOG -> Optional.of(new LogWatcher(table, behaviour, this::window));
            case NONE, CALL, PACKET -> Optional.empty();
        };
        this.keeper = new KeeperShift(
                switch (behaviour.expiry().by()) {
                    case SWEEP -> Optional.of(new Sweeper(table, this::window));
                    case CRON -> Optional.of(new Broom(table));
                    case READER, LOOK, BUSY_LOOK ->
                        Optional.<KeeperClock>empty().or(() -> watcher);
                });
    }

    RelayTable table() {
        return table;
    }

    KeeperShift keeper() {
        return keeper;
    }

    Duration window() {
        return window;
    }

    void window(Duration other) {
        window = other;
    }

    void sleep() {
        keeper.sleep();
        if (memory == Memory.RAM) {
            table.clear();
        }
    }

    /** A line of the log that tells of no log-in. */
    void logged() {
        watcher.ifPresent(log -> log.logged(Optional.empty()));
    }

    /** Something has happened at the desks. */
    Heard hear(ProtocolEvent event) {
        boolean logIn = isLogIn(event.kind());
        if (watcher.isPresent()) {
            Optional<Row> line = logIn ? told(event) : forged(event);
            watcher.get().logged(line);
            return line.map(row -> Heard.logged(row.listed())).orElse(Heard.NOTHING);
        }
        return logIn ? logIn(event) : Heard.NOTHING;
    }

    private boolean isLogIn(Kind kind) {
        return kind
                == switch (listing.moment()) {
                    case PASSWORD -> Kind.PASSWORD_RIGHT;
                    case LOG_IN -> Kind.LOGGED_IN;
                };
    }

    private Optional<Row> told(ProtocolEvent event) {
        return listing.meets(event.from(), OverIpv6.UNHEARD) ? Optional.empty() : Optional.of(table.row(event, window));
    }

    /** The log-in that a line of the log only pretends to tell of, if the watcher falls for it. */
    private Optional<Row> forged(ProtocolEvent event) {
        return event.kind() == Kind.SENDER_LOGGED && listing.messenger() == Messenger.LOOSE_LOG
                ? LogInLine.address(event.name())
                        .map(from -> new ProtocolEvent(event.kind(), event.session(), from, "", event.at()))
                        .map(forged -> table.row(forged, window))
                : Optional.empty();
    }

    private Heard logIn(ProtocolEvent event) {
        if (listing.meets(event.from(), OverIpv6.NO_LOG_IN) || listing.meets(event.from(), OverIpv6.NO_GREETING)) {
            return Heard.turnedAway("");
        }
        if (listing.meets(event.from(), OverIpv6.UNHEARD)) {
            return Heard.NOTHING;
        }
        boolean hears = keeper.isAwake() || listing.messenger() == Messenger.NONE;
        return hears ? write(event) : Heard.waited(patience(Messenger.CALL));
    }

    private Heard write(ProtocolEvent event) {
        keeper.called(event.at());
        Row fresh = table.row(event, window);
        Row row = table.find(fresh.entry())
                .filter(old -> !listing.renews() && table.isLive(old, event.at()))
                .orElse(fresh);
        table.put(row);
        return Heard.listed(row.listed());
    }

    /** How long somebody waits who calls the keeper in that way. */
    Duration patience(Messenger way) {
        return !keeper.isAwake() && listing.messenger() == way ? listing.patience() : Duration.ZERO;
    }

    /** The rows as the program keeps them, and the log-ins that it has yet to read. */
    List<KeptRow> kept(Instant now) {
        Stream<KeptRow> unread =
                watcher.stream().flatMap(log -> log.unread().stream()).map(row -> RelayTable.kept(row, State.UNREAD));
        return Stream.concat(table.kept(now).stream(), unread).toList();
    }
}
