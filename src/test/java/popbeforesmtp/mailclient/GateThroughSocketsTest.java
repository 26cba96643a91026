package popbeforesmtp.mailclient;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.EventLog;
import popbeforesmtp.eventlog.FaultLog;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.eventlog.WorldId;
import popbeforesmtp.gate.GateModel;
import popbeforesmtp.gate.HostRule;
import popbeforesmtp.gate.Sequences;
import popbeforesmtp.gate.behaviour.RelayBehaviour;
import popbeforesmtp.gate.hosts.HostTable;
import popbeforesmtp.mailserver.listen.MailServers;
import popbeforesmtp.mailserver.mailbox.Limits;
import popbeforesmtp.mailserver.mailbox.MailHost;
import popbeforesmtp.network.CallTable;
import popbeforesmtp.network.Place;
import popbeforesmtp.network.PracticeNetwork;

/** What holds on the pure gate holds on the wire, through a real mail program and real servers. */
class GateThroughSocketsTest {

    private static final Incoming BY_PASSWORD = new Incoming(MailProgram.POP3_PORT, false, false);

    private static final Instant START = Instant.parse("2007-04-02T05:00:00Z");
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final String PLALA = "plala.example";
    private static final WorldId WORLD = new WorldId("sequences");

    private static final CallTable CALLS = new CallTable();
    private static MailServers servers;
    private static Map<String, MailHost> hosts = Map.of();

    @BeforeAll
    static void start() throws IOException {
        servers = new MailServers(
                (world, host) -> Optional.ofNullable(hosts.get(host)),
                CALLS,
                Limits.usual(),
                new FaultLog(() -> Instant.EPOCH));
        servers.start();
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    @Test
    void three_hundred_seeded_sequences_agree_with_the_model() {
        int sends = 0;
        for (List<Sequences.Act> acts : Sequences.seeded(300, 6, 20070402)) {
            sends += play(acts);
        }
        assertThat(sends).isGreaterThan(200);
    }

    private static int play(List<Sequences.Act> acts) {
        GateModel model = new GateModel(WINDOW.toSeconds());
        InstantSource clock = () -> START.plusSeconds(model.now());
        EventLog log = new EventLog(1_000);
        HostRule rule = new HostRule(PLALA, address -> false, true, false);
        MailHost plala = new MailHost(rule, RelayBehaviour.plain(WINDOW), log::append, clock);
        plala.addUser("hanako", "sakura");
        hosts = Map.of(PLALA, plala);
        PracticeNetwork network = new PracticeNetwork(
                WORLD, new PracticeNetwork.Exterior(HostTable.directory(), servers, CALLS), log::append, clock);
        MailProgram program = new MailProgram((name, port) ->
                network.dial(SeatId.FIRST, model.address() == 0 ? Place.CENTRE : Place.STRANGER, name, port));
        int sends = 0;
        for (Sequences.Act act : acts) {
            switch (act) {
                case LOG_IN_RIGHT ->
                    assertThat(program.retrieve(account("sakura"), BY_PASSWORD, false)
                                    .loggedIn())
                            .isTrue();
                case LOG_IN_WRONG ->
                    assertThat(program.retrieve(account("tsubaki"), BY_PASSWORD, false)
                                    .loggedIn())
                            .isFalse();
                case SEND -> {
                    sends++;
                    send(program, log, acts, model);
                }
                default -> {}
            }
            model.act(act);
        }
        return sends;
    }

    private static void send(MailProgram program, EventLog log, List<Sequences.Act> acts, GateModel model) {
        long before = log.since(0).end();
        Draft draft = new Draft("hanako-pc", "hanako@plala.example", List.of("taro@friend.example"), 1, START);
        Submission submission =
                program.submit(account("sakura"), new Outgoing(MailProgram.SMTP_PORT, false, false), draft);
        String reason = log.since(before).events().stream()
                .filter(Event.Decided.class::isInstance)
                .map(event -> ((Event.Decided) event).reason().name())
                .findFirst()
                .orElseThrow();
        assertThat(reason).as("%s", acts).isEqualTo(model.verdict());
        assertThat(submission.ending() instanceof Ending.Done)
                .as("%s", acts)
                .isEqualTo(model.verdict().equals("LISTED"));
    }

    private static Account account(String password) {
        return new Account("hanako", password, "pop." + PLALA, "smtp." + PLALA);
    }
}
