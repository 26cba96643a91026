package popbeforesmtp.mailserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.gate.Desks;
import popbeforesmtp.gate.RelayPolicy;
import popbeforesmtp.network.CentreNetwork;
import popbeforesmtp.network.Place;

/** The desks of plala as real servers behind real sockets. */
final class SocketDesks implements Desks {

    private final TestWorld world;

    SocketDesks(TestWorld world) {
        this.world = world;
        gate().tick(now());
    }

    @Override
    public RelayPolicy gate() {
        return world.plala.gate();
    }

    @Override
    public Instant now() {
        return world.clock.instant();
    }

    @Override
    public SocketDesks at(Instant time) {
        world.clock.turn(Duration.between(now(), time));
        gate().tick(time);
        return this;
    }

    @Override
    public SocketDesks later(long seconds) {
        return at(now().plusSeconds(seconds));
    }

    @Override
    public LoggedIn receive(InetAddress from, String user) {
        long before = waited();
        try (popbeforesmtp.mailserver.Line line = callPop(from)) {
            boolean succeeded = pass(line, user, "sakura").startsWith("+OK");
            line.play(succeeded ? "C: QUIT\nS: +OK ...\nS: (end)" : "S: (end)");
            return new LoggedIn(succeeded, Duration.ofSeconds(waited() - before));
        }
    }

    @Override
    public void logInWrong(InetAddress from, String user) {
        try (popbeforesmtp.mailserver.Line line = callPop(from)) {
            assertThat(pass(line, user, "tsubaki")).startsWith("-ERR");
        }
    }

    @Override
    public void logInLocked(InetAddress from, String user) {
        try (popbeforesmtp.mailserver.Line first = callPop(A);
                popbeforesmtp.mailserver.Line second = callPop(from)) {
            assertThat(pass(first, user, "sakura")).startsWith("+OK");
            String answer = pass(second, user, "sakura");
            assertThat(answer).startsWith(gate().behaviour().voice().inUse().orElse("+OK"));
        }
    }

    @Override
    public void logInBroken(InetAddress from, String user) {
        world.plala.spoil(user);
        try (popbeforesmtp.mailserver.Line line = callPop(from)) {
            assertThat(pass(line, user, "sakura"))
                    .isEqualTo(gate().behaviour().voice().broken());
            line.play("C: QUIT\nS: +OK ...\nS: (end)");
        }
    }

    @Override
    public void logged(InetAddress from, String argument) {
        try (popbeforesmtp.mailserver.Line line = callSmtp(from)) {
            line.play("S: 220 ...\nC: HELO pc\nS: 250 ...\nC: MAIL " + argument + "\nS: 501 ...");
        }
    }

    @Override
    public Line connect(InetAddress from) {
        return new SocketLine(from);
    }

    private static String pass(popbeforesmtp.mailserver.Line line, String user, String password) {
        line.play("S: +OK ...\nC: USER " + user + "\nS: +OK ...\nC: PASS " + password);
        return line.readLine();
    }

    private popbeforesmtp.mailserver.Line callPop(InetAddress from) {
        return call(from, "pop.plala.example", 110);
    }

    private popbeforesmtp.mailserver.Line callSmtp(InetAddress from) {
        return call(from, "smtp.plala.example", 25);
    }

    /** From the centre over one family of addresses or the other, or from far away. */
    private popbeforesmtp.mailserver.Line call(InetAddress from, String name, int port) {
        world.network.centre(from.equals(SIXTH) ? CentreNetwork.IPV6 : CentreNetwork.NORMAL);
        Place place = from.equals(B) ? Place.STRANGER : Place.CENTRE;
        assertThat(world.network.shownAddress(SeatId.FIRST, place, port)).contains(from);
        return world.dial(place, name, port);
    }

    private long waited() {
        return world.events(Event.Waited.class).stream()
                .mapToLong(event -> event.time().toSeconds())
                .sum();
    }

    private final class SocketLine implements Line {

        private final popbeforesmtp.mailserver.Line line;
        private final String greeting;
        private final Duration waited;

        private SocketLine(InetAddress from) {
            long before = SocketDesks.this.waited();
            line = callSmtp(from);
            greeting = line.readLine();
            waited = Duration.ofSeconds(SocketDesks.this.waited() - before);
            line.play(greeting.startsWith("220") ? "C: HELO pc\nS: 250 ..." : "S: (end)");
        }

        @Override
        public String greeting() {
            return greeting;
        }

        @Override
        public Duration waited() {
            return waited;
        }

        @Override
        public Line mail(String sender) {
            line.play("C: RSET\nS: 250 ...\nC: MAIL FROM:<" + sender + ">\nS: 250 ...");
            return this;
        }

        @Override
        public String reply(String recipient) {
            line.play("C: RCPT TO:<" + recipient + ">");
            return line.readLine();
        }

        @Override
        public void hangUp() {
            line.play("C: QUIT\nS: 221 ...\nS: (end)");
            line.close();
        }
    }
}
