package popbeforesmtp.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import popbeforesmtp.eventlog.Reason;

class RelayPolicyTest {

    private static final Instant START = Instant.parse("2007-04-02T05:00:00Z");
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final InetAddress CENTRE = address(198, 51, 100, 7);
    private static final InetAddress ELSEWHERE = address(192, 0, 2, 33);
    private static final InetAddress HOME = address(203, 0, 113, 21);
    private static final String TARO = "taro@friend.example";

    private final RelayPolicy gate = new RelayPolicy(rule(true, false), WINDOW);

    @Test
    void every_sequence_up_to_six_acts_agrees_with_the_model() {
        AtomicInteger questions = new AtomicInteger();
        Sequences.all(6, acts -> {
            RelayPolicy policy = new RelayPolicy(rule(true, false), WINDOW);
            GateModel model = new GateModel(WINDOW.toSeconds());
            for (Sequences.Act act : acts) {
                InetAddress from = model.address() == 0 ? CENTRE : ELSEWHERE;
                Instant now = START.plusSeconds(model.now());
                if (act == Sequences.Act.LOG_IN_RIGHT) {
                    policy.loggedIn(from, now);
                } else if (act == Sequences.Act.SEND) {
                    questions.incrementAndGet();
                    assertThat(policy.ask(attempt(from, now, TARO)).reason().name())
                            .as("%s", acts)
                            .isEqualTo(model.verdict());
                }
                model.act(act);
            }
        });
        assertThat(questions.get()).isGreaterThan(50_000);
    }

    @Test
    void relay_is_refused_until_mail_was_received_from_the_same_address() {
        assertThat(ask(CENTRE, START).reason()).isEqualTo(Reason.NOT_LISTED);

        gate.loggedIn(CENTRE, START);

        assertThat(ask(CENTRE, START)).isEqualTo(new Decision(Reason.LISTED, START.plus(WINDOW)));
        assertThat(ask(ELSEWHERE, START).reason()).isEqualTo(Reason.NOT_LISTED);
    }

    @Test
    void the_list_is_bounded_and_the_row_that_ends_first_makes_room() {
        gate.loggedIn(CENTRE, START);
        for (int i = 0; i < 1_100; i++) {
            gate.loggedIn(address(10, 0, i / 256, i % 256), START.plusSeconds(1));
            gate.loggedIn(CENTRE, START.plusSeconds(2));
        }
        assertThat(gate.list())
                .hasSize(1_000)
                .extracting(ListedAddress::address)
                .contains(CENTRE);
        assertThat(gate.list().get(1).address()).isEqualTo(address(10, 0, 0, 101));
    }

    @Test
    void exactly_the_end_is_inside_and_one_nanosecond_more_is_outside() {
        gate.loggedIn(CENTRE, START);
        Instant end = START.plus(WINDOW);

        assertThat(ask(CENTRE, end.minusNanos(1)).reason()).isEqualTo(Reason.LISTED);
        assertThat(ask(CENTRE, end).reason()).isEqualTo(Reason.LISTED);
        assertThat(ask(CENTRE, end.plusNanos(1))).isEqualTo(new Decision(Reason.EXPIRED, end));
    }

    @Test
    void sending_never_renews_the_row_but_a_new_log_in_does() {
        gate.loggedIn(CENTRE, START);
        ask(CENTRE, START.plusSeconds(240));
        assertThat(ask(CENTRE, START.plusSeconds(301)).reason()).isEqualTo(Reason.EXPIRED);

        gate.loggedIn(CENTRE, START.plusSeconds(301));

        assertThat(ask(CENTRE, START.plusSeconds(601)).reason()).isEqualTo(Reason.LISTED);
        assertThat(gate.list()).hasSize(1);
    }

    @Test
    void a_row_keeps_the_end_it_was_written_with_when_the_window_changes() {
        gate.loggedIn(CENTRE, START);
        gate.window(Duration.ofMinutes(30));
        gate.loggedIn(ELSEWHERE, START);

        assertThat(gate.list())
                .extracting(ListedAddress::until)
                .containsExactly(START.plus(WINDOW), START.plus(Duration.ofMinutes(30)));
    }

    @Test
    void mail_for_the_hosts_own_people_is_taken_from_anyone_and_for_nobody_else() {
        assertThat(ask("hanako@plala.example")).isEqualTo(Reason.LOCAL_RECIPIENT);
        assertThat(ask("HANAKO@Plala.EXAMPLE")).isEqualTo(Reason.LOCAL_RECIPIENT);
        assertThat(ask("postmaster")).isEqualTo(Reason.LOCAL_RECIPIENT);
        assertThat(ask("nobody@plala.example")).isEqualTo(Reason.UNKNOWN_RECIPIENT);
        gate.loggedIn(CENTRE, START);
        assertThat(ask("nobody@plala.example")).isEqualTo(Reason.UNKNOWN_RECIPIENT);
    }

    @Test
    void tricks_with_the_recipient_open_nothing() {
        for (String trick : List.of(
                "taro%friend.example@plala.example",
                "\"taro@friend.example\"@plala.example",
                "friend.example!taro@plala.example",
                "taro@friend.example@plala.example",
                "hanako@plala.example.")) {
            assertThat(gate.ask(attempt(CENTRE, START, trick)).accepts())
                    .as(trick)
                    .isFalse();
        }
    }

    @Test
    void helo_and_sender_open_nothing() {
        for (String sender : List.of("", "hanako@plala.example", "postmaster@plala.example")) {
            Attempt attempt = new Attempt(CENTRE, START, START, "smtp.plala.example", sender, TARO, null);
            assertThat(gate.ask(attempt).reason()).isEqualTo(Reason.NOT_LISTED);
        }
    }

    @Test
    void the_own_network_needs_no_list_and_a_log_in_from_it_is_listed_too() {
        assertThat(ask(HOME, START).reason()).isEqualTo(Reason.OWN_NETWORK);
        assertThat(gate.list()).isEmpty();

        gate.loggedIn(HOME, START);

        assertThat(gate.list()).extracting(ListedAddress::address).containsExactly(HOME);
        assertThat(ask(HOME, START).reason()).isEqualTo(Reason.OWN_NETWORK);
    }

    @Test
    void a_host_without_a_list_lists_nobody_and_calls_others_outsiders() {
        RelayPolicy asahi = new RelayPolicy(rule(false, false), Duration.ZERO);

        assertThat(asahi.loggedIn(CENTRE, START)).isEmpty();
        assertThat(asahi.ask(attempt(CENTRE, START, TARO)).reason()).isEqualTo(Reason.OUTSIDER);
        assertThat(asahi.ask(attempt(HOME, START, TARO)).reason()).isEqualTo(Reason.OWN_NETWORK);
    }

    @Test
    void an_open_host_relays_for_everybody_and_a_name_with_a_password_needs_no_address() {
        RelayPolicy open = new RelayPolicy(rule(true, true), WINDOW);
        assertThat(open.ask(attempt(CENTRE, START, TARO)).reason()).isEqualTo(Reason.OPEN_RELAY);

        Attempt loggedIn = new Attempt(CENTRE, START, START, "pc", "hanako@plala.example", TARO, "hanako");
        assertThat(gate.ask(loggedIn).reason()).isEqualTo(Reason.AUTHENTICATED);
    }

    private Decision ask(InetAddress from, Instant now) {
        return gate.ask(attempt(from, now, TARO));
    }

    private Reason ask(String recipient) {
        return gate.ask(attempt(CENTRE, START, recipient)).reason();
    }

    private static Attempt attempt(InetAddress from, Instant now, String recipient) {
        return new Attempt(from, now, now, "hanako-pc", "hanako@plala.example", recipient, null);
    }

    private static HostRule rule(boolean keepsList, boolean open) {
        return new HostRule("plala.example", Set.of("hanako", "postmaster")::contains, HOME::equals, keepsList, open);
    }

    private static InetAddress address(int... parts) {
        byte[] octets = new byte[parts.length];
        for (int i = 0; i < parts.length; i++) {
            octets[i] = (byte) parts[i];
        }
        try {
            return InetAddress.getByAddress(octets);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
