package popbeforesmtp.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import popbeforesmtp.eventlog.DeskAnswer;
import popbeforesmtp.eventlog.DeskAnswer.Question;
import popbeforesmtp.eventlog.Reason;
import popbeforesmtp.gate.ProtocolEvent.Kind;
import popbeforesmtp.gate.behaviour.Listing;
import popbeforesmtp.gate.behaviour.Listing.Moment;
import popbeforesmtp.gate.behaviour.RelayBehaviour;
import popbeforesmtp.gate.behaviour.Voice;

class RelayPolicyTest {

    private static final Instant START = Instant.parse("2007-04-02T05:00:00Z");
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final InetAddress CENTRE = address(198, 51, 100, 7);
    private static final InetAddress ELSEWHERE = address(192, 0, 2, 33);
    private static final InetAddress HOME = address(203, 0, 113, 21);
    private static final String TARO = "taro@friend.example";
    private static final String REFUSAL = "550 5.7.1 <taro@friend.example>: Relaying denied";

    private final RelayPolicy gate = gate(RelayBehaviour.plain(WINDOW));

    @Test
    void every_sequence_up_to_six_acts_agrees_with_the_model() {
        AtomicInteger questions = new AtomicInteger();
        Sequences.all(6, acts -> {
            RelayPolicy policy = gate(RelayBehaviour.plain(WINDOW));
            GateModel model = new GateModel(WINDOW.toSeconds());
            for (Sequences.Act act : acts) {
                InetAddress from = model.address() == 0 ? CENTRE : ELSEWHERE;
                Instant now = START.plusSeconds(model.now());
                if (act == Sequences.Act.LOG_IN_RIGHT) {
                    logIn(policy, from, now);
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

        logIn(CENTRE, START);

        assertThat(ask(CENTRE, START).reason()).isEqualTo(Reason.LISTED);
        assertThat(ask(CENTRE, START).row()).contains(new ListedAddress(CENTRE, START, START.plus(WINDOW)));
        assertThat(ask(ELSEWHERE, START).reason()).isEqualTo(Reason.NOT_LISTED);
    }

    @Test
    void the_list_is_bounded_and_the_row_that_ends_first_makes_room() {
        logIn(CENTRE, START);
        for (int i = 0; i < 1_100; i++) {
            logIn(address(10, 0, i / 256, i % 256), START.plusSeconds(1));
            logIn(CENTRE, START.plusSeconds(2));
        }
        assertThat(gate.list())
                .hasSize(1_000)
                .extracting(ListedAddress::address)
                .contains(CENTRE);
        assertThat(gate.list().get(1).address()).isEqualTo(address(10, 0, 0, 101));
    }

    @Test
    void exactly_the_end_is_inside_and_one_nanosecond_more_is_outside() {
        logIn(CENTRE, START);
        Instant end = START.plus(WINDOW);

        assertThat(ask(CENTRE, end.minusNanos(1)).reason()).isEqualTo(Reason.LISTED);
        assertThat(ask(CENTRE, end).reason()).isEqualTo(Reason.LISTED);
        assertThat(ask(CENTRE, end.plusNanos(1)).reason()).isEqualTo(Reason.EXPIRED);
        assertThat(ask(CENTRE, end.plusNanos(1)).when()).isEqualTo(end);
        assertThat(ask(CENTRE, end.plusNanos(1)).words()).isEqualTo(REFUSAL);
    }

    @Test
    void sending_never_renews_the_row_but_a_new_log_in_does() {
        logIn(CENTRE, START);
        ask(CENTRE, START.plusSeconds(240));
        assertThat(ask(CENTRE, START.plusSeconds(301)).reason()).isEqualTo(Reason.EXPIRED);

        logIn(CENTRE, START.plusSeconds(301));

        assertThat(ask(CENTRE, START.plusSeconds(601)).reason()).isEqualTo(Reason.LISTED);
        assertThat(gate.list()).hasSize(1);
    }

    @Test
    void a_row_keeps_the_end_it_was_written_with_when_the_window_changes() {
        logIn(CENTRE, START);
        gate.window(Duration.ofMinutes(30));
        logIn(ELSEWHERE, START);

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
        logIn(CENTRE, START);
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
            Attempt attempt = new Attempt(1, CENTRE, START, "smtp.plala.example", sender, TARO, null);
            assertThat(gate.ask(attempt).reason()).isEqualTo(Reason.NOT_LISTED);
        }
    }

    @Test
    void the_own_network_needs_no_list_and_a_log_in_from_it_is_listed_too() {
        assertThat(ask(HOME, START).reason()).isEqualTo(Reason.OWN_NETWORK);
        assertThat(gate.list()).isEmpty();

        logIn(HOME, START);

        assertThat(gate.list()).extracting(ListedAddress::address).containsExactly(HOME);
        assertThat(ask(HOME, START).reason()).isEqualTo(Reason.OWN_NETWORK);
    }

    @Test
    void a_host_without_a_list_lists_nobody_and_calls_others_outsiders() {
        RelayPolicy asahi = gate(rule(false, false), RelayBehaviour.plain(Duration.ZERO));

        assertThat(logIn(asahi, CENTRE, START)).isEmpty();
        assertThat(asahi.ask(attempt(CENTRE, START, TARO)).reason()).isEqualTo(Reason.OUTSIDER);
        assertThat(asahi.ask(attempt(HOME, START, TARO)).reason()).isEqualTo(Reason.OWN_NETWORK);
    }

    @Test
    void an_open_host_relays_for_everybody_and_a_name_with_a_password_needs_no_address() {
        RelayPolicy open = gate(rule(true, true), RelayBehaviour.plain(WINDOW));
        assertThat(open.ask(attempt(CENTRE, START, TARO)).reason()).isEqualTo(Reason.OPEN_RELAY);

        Attempt loggedIn = new Attempt(1, CENTRE, START, "pc", "hanako@plala.example", TARO, "hanako");
        assertThat(gate.ask(loggedIn).reason()).isEqualTo(Reason.AUTHENTICATED);
    }

    @Test
    void the_right_password_alone_is_no_log_in() {
        assertThat(hear(gate, Kind.PASSWORD_RIGHT, CENTRE, START)).isEmpty();
        assertThat(ask(CENTRE, START).reason()).isEqualTo(Reason.NOT_LISTED);
    }

    @Test
    void nothing_but_a_log_in_lists_anybody() {
        for (Kind kind : Kind.values()) {
            assertThat(hear(gate(RelayBehaviour.plain(WINDOW)), kind, CENTRE, START)
                            .isPresent())
                    .isEqualTo(kind == Kind.LOGGED_IN);
        }
    }

    @Test
    void a_gate_that_listens_for_the_password_lists_before_the_mailbox_is_open() {
        RelayPolicy early = gate(behaviour(Listing.at(Moment.PASSWORD)));
        assertThat(hear(early, Kind.PASSWORD_RIGHT, CENTRE, START)).isPresent();
        assertThat(hear(early, Kind.LOGGED_IN, CENTRE, START.plusSeconds(9))).isEmpty();
        assertThat(early.ask(attempt(CENTRE, START, TARO)).when()).isEqualTo(START.plus(WINDOW));
    }

    @Test
    void where_nothing_renews_a_row_the_first_log_in_counts_until_its_end_and_then_the_next() {
        RelayPolicy stern = gate(behaviour(listing(32, false)));
        logIn(stern, CENTRE, START);
        assertThat(logIn(stern, CENTRE, START.plusSeconds(299)).orElseThrow().until())
                .isEqualTo(START.plus(WINDOW));
        assertThat(logIn(stern, CENTRE, START.plusSeconds(301)).orElseThrow().until())
                .isEqualTo(START.plusSeconds(601));
    }

    @Test
    void a_prefix_lists_the_network_around_an_address() {
        RelayPolicy broad = gate(behaviour(listing(28, true)));
        logIn(broad, CENTRE, START);
        assertThat(reason(broad, address(198, 51, 100, 15))).isEqualTo(Reason.LISTED);
        assertThat(reason(broad, address(198, 51, 100, 16))).isEqualTo(Reason.NOT_LISTED);
        assertThat(reason(broad, address(198, 51, 101, 7))).isEqualTo(Reason.NOT_LISTED);
        assertThatThrownBy(() -> listing(33, true)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_ipv6_address_is_listed_whole_and_without_its_zone() throws UnknownHostException {
        byte[] octets = InetAddress.getByName("fe80::1").getAddress();
        InetAddress zoned = Inet6Address.getByAddress(null, octets, 3);
        logIn(gate, zoned, START);
        assertThat(reason(gate, InetAddress.getByAddress(octets))).isEqualTo(Reason.LISTED);
        octets[15] = 2;
        assertThat(reason(gate, InetAddress.getByAddress(octets))).isEqualTo(Reason.NOT_LISTED);
    }

    @Test
    void a_refusal_has_its_words_and_an_acceptance_has_none() {
        assertThat(ask(CENTRE, START).words()).isEqualTo("550 5.7.1 <taro@friend.example>: Relaying denied");
        assertThat(gate.ask(attempt(CENTRE, START, "nobody@plala.example")).words())
                .isEqualTo("550 5.1.1 <nobody@plala.example>: No such user here");
        logIn(gate, CENTRE, START);
        assertThat(ask(CENTRE, START).words()).isEmpty();
    }

    @Test
    void a_recipient_cannot_write_into_the_words_of_a_refusal() {
        Voice voice = new Voice("553 <{rcpt}> from [{ip}]", Optional.empty(), Optional.empty(), Voice.BROKEN);
        RelayPolicy policy = gate(behaviour(Listing.at(Moment.LOG_IN), voice));
        assertThat(policy.ask(attempt(CENTRE, START, "{ip}{rcpt}@friend.example"))
                        .words())
                .isEqualTo("553 <{ip}{rcpt}@friend.example> from [198.51.100.7]");
    }

    @Test
    void the_questions_that_led_to_an_answer_are_told_in_their_order() {
        assertThat(walk("hanako@plala.example", CENTRE)).containsExactly("OWN_PEOPLE yes", "LIVES_HERE yes");
        assertThat(walk("nobody@plala.example", CENTRE)).containsExactly("OWN_PEOPLE yes", "LIVES_HERE no");
        assertThat(walk(TARO, HOME)).containsExactly("OWN_PEOPLE no", "OWN_NETWORK yes");
        assertThat(walk(TARO, CENTRE)).containsExactly("OWN_PEOPLE no", "OWN_NETWORK no", "LISTED no");
        logIn(CENTRE, START);
        assertThat(walk(TARO, CENTRE)).containsExactly("OWN_PEOPLE no", "OWN_NETWORK no", "LISTED yes", "IN_TIME yes");
        Decision late = ask(CENTRE, START.plusSeconds(301));
        assertThat(late.deciding()).isEqualTo(new DeskAnswer(Question.IN_TIME, false, START.plusSeconds(301)));
    }

    @Test
    void a_question_that_is_none_at_this_host_is_not_asked() {
        Decision open = gate(rule(true, true), RelayBehaviour.plain(WINDOW)).ask(attempt(CENTRE, START, TARO));
        assertThat(open.deciding().question()).isEqualTo(Question.OPEN_TO_ALL);
        Decision outsider =
                gate(rule(false, false), RelayBehaviour.plain(WINDOW)).ask(attempt(CENTRE, START, TARO));
        assertThat(outsider.deciding()).isEqualTo(new DeskAnswer(Question.OWN_NETWORK, false, START));
    }

    private List<String> walk(String recipient, InetAddress from) {
        return gate.ask(attempt(from, START, recipient)).answers().stream()
                .map(answer -> answer.question() + (answer.yes() ? " yes" : " no"))
                .toList();
    }

    private static Optional<ListedAddress> hear(RelayPolicy policy, Kind kind, InetAddress from, Instant at) {
        return policy.hear(new ProtocolEvent(kind, 1, from, "hanako", at)).listed();
    }

    private Optional<ListedAddress> logIn(InetAddress from, Instant at) {
        return logIn(gate, from, at);
    }

    private static Optional<ListedAddress> logIn(RelayPolicy policy, InetAddress from, Instant at) {
        return hear(policy, Kind.LOGGED_IN, from, at);
    }

    private static Reason reason(RelayPolicy policy, InetAddress from) {
        return policy.ask(attempt(from, START, TARO)).reason();
    }

    private Decision ask(InetAddress from, Instant now) {
        return gate.ask(attempt(from, now, TARO));
    }

    private Reason ask(String recipient) {
        return gate.ask(attempt(CENTRE, START, recipient)).reason();
    }

    private static Attempt attempt(InetAddress from, Instant now, String recipient) {
        return new Attempt(1, from, now, "hanako-pc", "hanako@plala.example", recipient, null);
    }

    private static HostRule rule(boolean keepsList, boolean open) {
        return new HostRule("plala.example", HOME::equals, keepsList, open);
    }

    private static RelayBehaviour behaviour(Listing listing) {
        return behaviour(listing, Voice.PLAIN);
    }

    private static RelayBehaviour behaviour(Listing listing, Voice voice) {
        RelayBehaviour plain = RelayBehaviour.plain(WINDOW);
        return new RelayBehaviour("other", WINDOW, listing, plain.reading(), plain.expiry(), plain.memory(), voice);
    }

    private static Listing listing(int prefix, boolean renews) {
        Listing plain = Listing.at(Moment.LOG_IN);
        return new Listing(
                Moment.LOG_IN, plain.messenger(), plain.key(), prefix, renews, plain.patience(), plain.ipv6());
    }

    private static RelayPolicy gate(RelayBehaviour behaviour) {
        return gate(rule(true, false), behaviour);
    }

    private static RelayPolicy gate(HostRule rule, RelayBehaviour behaviour) {
        return new RelayPolicy(rule, Set.of("hanako", "postmaster")::contains, behaviour);
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
