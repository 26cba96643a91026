package popbeforesmtp.mailserver.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import popbeforesmtp.Printed;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.EventLog;
import popbeforesmtp.eventlog.FaultLog;
import popbeforesmtp.eventlog.WorldId;
import popbeforesmtp.gate.HostRule;
import popbeforesmtp.gate.behaviour.RelayBehaviour;
import popbeforesmtp.mailserver.mailbox.Letter;
import popbeforesmtp.mailserver.mailbox.Limits;
import popbeforesmtp.mailserver.mailbox.MailHost;
import popbeforesmtp.network.Call;
import popbeforesmtp.network.DirectCallers;
import popbeforesmtp.network.Subnet;

/** Whatever goes wrong in a session, its line is let go, its last event is logged and its call is told. */
class SessionTest {

    private final EventLog log = new EventLog(100);
    private final List<String> ended = new ArrayList<>();

    /** Where a dialogue breaks. */
    private enum Breaks {
        AT_THE_GREETING,
        AT_A_LINE,
        AT_THE_LAST_WORD,
        AT_THE_END
    }

    /** A dialogue that breaks at one place, with an error of the machine rather than of ours. */
    private record Fragile(Breaks place) implements Dialogue {

        private Reply say(Breaks here, String line) {
            if (place == here || (place == Breaks.AT_THE_LAST_WORD && here == Breaks.AT_A_LINE)) {
                throw new StackOverflowError("secret");
            }
            return Reply.of(List.of(line));
        }

        @Override
        public Reply greeting() {
            return say(Breaks.AT_THE_GREETING, "hello");
        }

        @Override
        public Reply answer(String line) {
            return say(Breaks.AT_A_LINE, "well").then(Reply.Next.END);
        }

        @Override
        public Reply received(Letter letter) {
            throw new IllegalStateException("no mail is taken");
        }

        @Override
        public Reply trouble(Trouble trouble) {
            return say(Breaks.AT_THE_LAST_WORD, "sorry").then(Reply.Next.END);
        }

        @Override
        public void end() {
            say(Breaks.AT_THE_END, "");
        }
    }

    @ParameterizedTest
    @EnumSource(Breaks.class)
    void a_dialogue_that_breaks_leaves_nothing_open_and_is_told_in_lines(Breaks place) throws Exception {
        try (ServerSocket port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket caller = new Socket(port.getInetAddress(), port.getLocalPort());
                Socket accepted = port.accept()) {
            caller.getOutputStream().write("anything\r\n".getBytes(StandardCharsets.US_ASCII));
            caller.shutdownOutput();
            SessionContext visit = visit(accepted);
            Session session = session(visit, accepted, new Fragile(place));
            session.atEnd(() -> ended.add("told"));
            String printed = Printed.during(session::run);
            assertThat(printed.lines()).hasSizeBetween(1, 2).allMatch(line -> line.startsWith("ERROR FaultLog - "));
            assertThat(printed).doesNotContain("secret");
            assertThat(caller.getInputStream().readAllBytes()).asString().doesNotContain("secret");
            assertThat(accepted.isClosed()).isTrue();
            assertThat(visit.call().hasEnded()).isTrue();
            assertThat(ended).containsExactly("told");
            assertThat(log.all()).last().isInstanceOf(Event.SessionClosed.class);
        }
    }

    @Test
    void a_session_that_never_ran_tells_its_call_though_telling_the_others_fails() throws Exception {
        try (ServerSocket port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket caller = new Socket(port.getInetAddress(), port.getLocalPort());
                Socket accepted = port.accept()) {
            SessionContext visit = visit(accepted);
            Session session = session(visit, accepted, new Fragile(Breaks.AT_THE_END));
            session.atEnd(() -> {
                throw new IllegalStateException("secret");
            });
            assertThat(Printed.during(session::abandon).lines()).hasSize(1);
            assertThat(caller.getInputStream().read()).isEqualTo(-1);
            assertThat(visit.call().hasEnded()).isTrue();
        }
    }

    private static Session session(SessionContext visit, Socket socket, Dialogue dialogue) throws IOException {
        return new Session(visit, new Wire(socket, visit.limits().sizes()), new SessionLog(visit), dialogue);
    }

    private SessionContext visit(Socket accepted) {
        HostRule rule = new HostRule("plala.example", Subnet.NONE, true, false);
        MailHost host =
                new MailHost(rule, RelayBehaviour.plain(Duration.ofMinutes(5)), log::append, () -> Instant.EPOCH);
        Desk desk = new Desk(
                (world, name) -> Optional.of(host),
                Limits.usual(),
                LogRedaction.NONE,
                new FaultLog(() -> Instant.EPOCH));
        Call call = new DirectCallers(new WorldId("one"), "plala.example")
                .whoIs(accepted, Role.SMTP.port())
                .orElseThrow();
        return new SessionContext(Role.SMTP, call, host, desk);
    }
}
