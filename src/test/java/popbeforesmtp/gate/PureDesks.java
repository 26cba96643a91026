package popbeforesmtp.gate;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import popbeforesmtp.gate.ProtocolEvent.Kind;
import popbeforesmtp.gate.behaviour.RelayBehaviour;

/** The desks of plala as a pure gate hears them: no sockets, no mailboxes, and the calls in one thread. */
final class PureDesks implements Desks {

    final RelayPolicy gate;
    final List<ClockEvent> told = new ArrayList<>();
    private final RelayBehaviour behaviour;
    private Instant now = START;
    private int calls;

    PureDesks(RelayBehaviour behaviour) {
        HostRule rule = new HostRule("plala.example", address -> false, true, false);
        this.behaviour = behaviour;
        this.gate = new RelayPolicy(rule, Set.of("hanako", "jiro", "postmaster")::contains, behaviour);
        gate.tick(now);
    }

    @Override
    public RelayPolicy gate() {
        return gate;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public PureDesks at(Instant time) {
        now = time;
        told.addAll(gate.tick(now));
        return this;
    }

    @Override
    public PureDesks later(long seconds) {
        return at(now.plusSeconds(seconds));
    }

    @Override
    public LoggedIn receive(InetAddress from, String user) {
        Heard heard = logIn(from, user);
        return new LoggedIn(heard.turnedAway().isEmpty(), heard.waited());
    }

    /** Logs in, has a mail and hangs up. */
    Heard logIn(InetAddress from, String user) {
        int session = ++calls;
        Heard right = hear(session, Kind.PASSWORD_RIGHT, from, user);
        if (right.turnedAway().isEmpty()) {
            Heard in = hear(session, Kind.LOGGED_IN, from, user);
            hear(session, Kind.RETRIEVED, from, user);
            hear(session, Kind.QUIT, from, user);
            return in.listed().isPresent() || !in.waited().isZero() ? in : right;
        }
        hear(session, Kind.QUIT, from, user);
        return right;
    }

    /** A server tells the gate nothing of that. */
    @Override
    public void logInWrong(InetAddress from, String user) {
        calls++;
    }

    @Override
    public void logInLocked(InetAddress from, String user) {
        if (behaviour.voice().inUse().isEmpty()) {
            logIn(from, user);
        } else {
            logInBroken(from, user);
        }
    }

    @Override
    public void logInBroken(InetAddress from, String user) {
        int session = ++calls;
        hear(session, Kind.PASSWORD_RIGHT, from, user);
        hear(session, Kind.QUIT, from, user);
    }

    /** A line that is up. */
    final class PureLine implements Line {

        private final int session = ++calls;
        private final InetAddress from;
        private String sender = "";
        final Heard heard;

        private PureLine(InetAddress from) {
            this.from = from;
            this.heard = hear(session, Kind.CONNECTED, from, "");
        }

        @Override
        public PureLine mail(String from) {
            sender = from;
            hear(session, Kind.SENDER_GIVEN, this.from, from);
            return this;
        }

        Decision rcpt(String recipient) {
            return gate.ask(new Attempt(session, from, now, "pc", sender, recipient, null));
        }

        boolean taro() {
            return rcpt(TARO).accepts();
        }

        @Override
        public String reply(String recipient) {
            Decision decision = rcpt(recipient);
            return decision.accepts() ? "250 Ok" : decision.words();
        }

        @Override
        public String greeting() {
            return heard.turnedAway().orElse("220 Ready");
        }

        @Override
        public Duration waited() {
            return heard.waited();
        }

        @Override
        public void hangUp() {
            hear(session, Kind.QUIT, from, "");
        }
    }

    @Override
    public PureLine connect(InetAddress from) {
        return new PureLine(from);
    }

    /** Whether a mail for taro is taken on a line that is put up for it. */
    boolean send(InetAddress from, String sender) {
        PureLine line = connect(from).mail(sender);
        boolean taken = line.taro();
        line.hangUp();
        return taken;
    }

    boolean send(InetAddress from) {
        return send(from, HANAKO);
    }

    @Override
    public void logged(InetAddress from, String text) {
        int session = ++calls;
        hear(session, Kind.CONNECTED, from, "");
        hear(session, Kind.SENDER_LOGGED, from, text);
        hear(session, Kind.QUIT, from, "");
    }

    List<KeptRow> kept() {
        return gate.kept(now);
    }

    private Heard hear(int session, Kind kind, InetAddress from, String name) {
        return gate.hear(new ProtocolEvent(kind, session, from, name, now));
    }
}
