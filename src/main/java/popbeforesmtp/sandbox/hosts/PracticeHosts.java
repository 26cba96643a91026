package popbeforesmtp.sandbox.hosts;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.EventRecorder;
import popbeforesmtp.gate.ClockEvent;
import popbeforesmtp.gate.KeptRow;
import popbeforesmtp.gate.ListedAddress;
import popbeforesmtp.gate.RelayPolicy;
import popbeforesmtp.gate.behaviour.RelayBehaviour;
import popbeforesmtp.mailserver.mailbox.MailHost;
import popbeforesmtp.mailserver.mailbox.Sealing;
import popbeforesmtp.sandbox.explain.ExchangeResult;
import popbeforesmtp.sandbox.explain.History;
import popbeforesmtp.sandbox.press.Options;
import popbeforesmtp.sandbox.press.Person;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.Providers;
import popbeforesmtp.sandbox.press.SetUp;

/**
 * The hosts of a living world, and the program that keeps their lists. A host is made at the first call to it, at which
 * only {@link #find} is asked, by the servers' threads; all else is asked by the one that presses. With one of the programs
 * of the time, the hosts that keep a list are there at once, so that their keepers begin their work with the practice day.
 */
public final class PracticeHosts implements History.Lists {

    private final SetUp setUp;
    private final EventRecorder events;
    private final PracticeClock clock;
    private final Function<String, RelayBehaviour> programs;
    private final LaidDown laidDown;
    private final Map<String, MailHost> hosts = new ConcurrentHashMap<>();
    private volatile Habits habits;

    /**
     * How lists are kept.
     *
     * @param server the program's name
     * @param program what it does; nothing for this site's own
     * @param window the minutes that a learner chose at the host where they can be chosen
     */
    private record Habits(String server, Optional<RelayBehaviour> program, int window) {

        RelayBehaviour at(String domain) {
            return program.orElseGet(() -> RelayBehaviour.plain(Providers.window(domain, window)));
        }
    }

    /**
     * @param programs what each program of {@link Providers#SERVERS} does, but this site's own
     * @param laidDown what holds in place of what usually does
     */
    public PracticeHosts(
            SetUp setUp,
            EventRecorder events,
            PracticeClock clock,
            Function<String, RelayBehaviour> programs,
            LaidDown laidDown) {
        this.setUp = setUp;
        this.events = events;
        this.clock = clock;
        this.programs = programs;
        this.laidDown = laidDown;
        this.habits = habits(setUp.options());
        begin();
    }

    private Habits habits(Options options) {
        String server = options.server();
        Optional<RelayBehaviour> program =
                server.equals(Providers.OWN_SERVER) ? Optional.empty() : Optional.of(programs.apply(server));
        return new Habits(server, program, options.window());
    }

    private void begin() {
        if (habits.program().isPresent()) {
            Providers.INCOMING.forEach(this::find);
            hosts.values().forEach(host -> host.gate().tick(clock.instant()));
        }
    }

    /** The host of that mail domain. Called by the servers' threads. */
    public Optional<MailHost> find(String domain) {
        return Providers.exists(domain) ? Optional.of(hosts.computeIfAbsent(domain, this::make)) : Optional.empty();
    }

    private MailHost make(String domain) {
        Sealing sealing = setUp.sealed() ? Sealing.OF_MEMBERS : Sealing.FOR_MEMBERS;
        MailHost host = new MailHost(
                laidDown.rule(domain, Providers.rule(domain, setUp.open())),
                laidDown.behaviour(domain, habits.at(domain)),
                events::append,
                clock,
                sealing);
        for (String user : Providers.users(domain)) {
            host.addUser(user, SampleMail.PASSWORD);
        }
        if (setUp.room().isRound() && domain.equals(setUp.options().incoming())) {
            for (int seat = 1; seat <= Press.SendCard.SEATS; seat++) {
                host.addUser(Person.SEKI.user(seat), SampleMail.PASSWORD);
            }
        }
        if (Providers.INCOMING.contains(domain)) {
            SampleMail.waiting(setUp.mailbox()).forEach(letter -> host.put(Person.HANAKO.user(), letter));
            if (setUp.mailbox() == SetUp.Mailbox.BROKEN) {
                host.spoil(Person.HANAKO.user());
            }
        }
        return host;
    }

    /** The host of that mail domain; nothing if nobody has called it yet. */
    public Optional<MailHost> known(String domain) {
        return Optional.ofNullable(hosts.get(domain));
    }

    /**
     * Keeps the lists as the options say.
     *
     * @return whether another program keeps them from now on, all of them empty
     */
    public boolean choose(Options options) {
        boolean another = !options.server().equals(habits.server());
        if (another) {
            habits = habits(options);
            hosts.forEach((domain, host) -> host.install(habits.at(domain)));
            begin();
        } else if (habits.program().isEmpty() && options.window() != habits.window()) {
            habits = habits(options);
            known(Providers.CHOSEN_WINDOW).ifPresent(host -> host.gate().window(Duration.ofMinutes(options.window())));
        }
        return another;
    }

    /** How it stands with the keeper of a host's list; nothing if nobody has called that host yet. */
    public Optional<Keeping> keeping(String domain) {
        return known(domain).map(MailHost::gate).map(gate -> new Keeping(gate.isAwake(), gate.due(clock.instant())));
    }

    /** Whether the program that keeps a host's list can do with that address. */
    public boolean canList(String domain, InetAddress from) {
        return habits.at(domain).listing().canFind(from);
    }

    /** The list of a host, address and times, empty if nobody has called it yet. */
    public List<ListedAddress> list(String domain) {
        return known(domain).map(host -> host.gate().list()).orElse(List.of());
    }

    /** The same as its program keeps it. */
    public List<KeptRow> kept(String domain) {
        return kept(domain, clock.instant());
    }

    private List<KeptRow> kept(String domain, Instant now) {
        return known(domain).map(host -> host.gate().kept(now)).orElse(List.of());
    }

    @Override
    public History.Standing of(ExchangeResult.Row row, Instant now) {
        List<KeptRow> rows = kept(row.host(), now).stream()
                .filter(kept -> kept.listed().address().equals(row.address()))
                .toList();
        if (rows.stream().anyMatch(KeptRow::opens)) {
            return History.Standing.OPENS;
        }
        if (rows.stream().anyMatch(kept -> kept.state() == KeptRow.State.UNREAD)) {
            return History.Standing.UNREAD;
        }
        return rows.isEmpty() ? History.Standing.ABSENT : History.Standing.CLOSED;
    }

    /**
     * Sees to the keepers of all lists, or starts all servers that keep one anew.
     *
     * @return whether anything was to be done
     */
    public boolean tend(Press.Tending what) {
        Instant now = clock.instant();
        List<RelayPolicy> gates = hosts.values().stream()
                .map(MailHost::gate)
                .filter(gate -> gate.rule().keepsList() && needs(gate, what))
                .toList();
        gates.forEach(gate -> {
            switch (what) {
                case SLEEP -> gate.sleep(now);
                case WAKE -> gate.wake(now);
                case RESTART -> gate.restart(now);
            }
        });
        return !gates.isEmpty() || what == Press.Tending.RESTART;
    }

    private static boolean needs(RelayPolicy gate, Press.Tending what) {
        boolean kept = gate.behaviour().keeper().isPresent();
        return switch (what) {
            case SLEEP -> kept && gate.isAwake();
            case WAKE -> kept && !gate.isAwake();
            case RESTART -> true;
        };
    }

    /**
     * Tells what the keepers have done by now: at the hosts that matter to who presses all of it, elsewhere what has changed
     * a list.
     */
    public void tell(Collection<String> matter) {
        Instant now = clock.instant();
        if (habits.program().isEmpty()) {
            return;
        }
        for (String domain : Providers.INCOMING) {
            for (ClockEvent done :
                    known(domain).map(host -> host.gate().tick(now)).orElse(List.of())) {
                if (matter.contains(domain) || done.didSomething()) {
                    events.append(new Event.Kept(done.at(), domain, chore(done.kind()), done.listed(), done.removed()));
                }
            }
        }
    }

    private static Event.Chore chore(ClockEvent.Kind kind) {
        return switch (kind) {
            case LOOK -> Event.Chore.LOOK;
            case SWEEP -> Event.Chore.SWEEP;
            case CRON -> Event.Chore.CRON;
            case START -> Event.Chore.START;
        };
    }

    /** How much memory their mails take, roughly. */
    public long keptOctets() {
        return hosts.values().stream().mapToLong(MailHost::keptOctets).sum();
    }
}
