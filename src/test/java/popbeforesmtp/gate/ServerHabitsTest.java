package popbeforesmtp.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static popbeforesmtp.gate.Desks.A;
import static popbeforesmtp.gate.Desks.B;
import static popbeforesmtp.gate.Desks.HANAKO;
import static popbeforesmtp.gate.Desks.SIXTH;
import static popbeforesmtp.gate.Desks.START;
import static popbeforesmtp.gate.Desks.TARO;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import popbeforesmtp.eventlog.DeskAnswer;
import popbeforesmtp.eventlog.DeskAnswer.Question;
import popbeforesmtp.gate.ClockEvent.Kind;
import popbeforesmtp.gate.KeptRow.State;
import popbeforesmtp.gate.behaviour.Expiry;
import popbeforesmtp.gate.behaviour.Keeper;
import popbeforesmtp.gate.behaviour.Listing;
import popbeforesmtp.gate.behaviour.Memory;
import popbeforesmtp.gate.behaviour.Reading;
import popbeforesmtp.gate.behaviour.RelayBehaviour;

/** What each program does in its own way: to the second, to the letter, and as its list shows it. */
class ServerHabitsTest {

    private static final long MINUTE = 60;

    private static PureDesks desks(String program) {
        return new PureDesks(Desks.program(program));
    }

    @Test
    void drac_puts_a_row_out_at_the_first_sweep_after_its_end_which_comes_every_three_minutes() {
        PureDesks desks = desks("drac");
        desks.logIn(A, "hanako");
        assertThat(desks.later(33 * MINUTE - 1).send(A)).isTrue();
        assertThat(desks.kept()).extracting(KeptRow::state).containsExactly(State.OVERDUE);
        assertThat(desks.later(1).send(A)).isFalse();
        assertThat(desks.kept()).isEmpty();
    }

    @Test
    void drac_keeps_a_row_for_almost_six_minutes_more_if_calls_come_at_the_wrong_times() {
        PureDesks desks = desks("drac");
        desks.later(MINUTE).logIn(A, "hanako");
        desks.at(START.plusSeconds(31 * MINUTE)).logIn(B, "jiro");
        assertThat(desks.told).last().isEqualTo(ClockEvent.bare(Kind.SWEEP, START.plusSeconds(31 * MINUTE)));
        desks.at(START.plusSeconds(34 * MINUTE - 1)).logIn(B, "jiro");
        assertThat(desks.later(0).send(A)).as("nobody has swept since 31:00").isTrue();
        assertThat(desks.later(3 * MINUTE - 1).send(A)).isTrue();
        assertThat(desks.later(1).send(A))
                .as("swept at 36:59, 5:59 after its end")
                .isFalse();
    }

    @Test
    void drac_sweeps_at_a_call_too_when_calls_leave_it_no_quiet() {
        PureDesks desks = desks("drac");
        desks.logIn(A, "hanako");
        while (desks.later(100).now().isBefore(START.plusSeconds(36 * MINUTE))) {
            desks.logIn(B, "jiro");
        }
        assertThat(desks.kept()).extracting(KeptRow::entry).containsExactly("198.18.77.9");
        assertThat(desks.told).extracting(ClockEvent::removed).contains(List.of("198.51.100.7"));
    }

    @Test
    void drac_lets_a_log_in_wait_for_a_daemon_that_sleeps_and_lists_nobody() {
        PureDesks desks = desks("drac");
        desks.gate.sleep(START);
        Heard late = desks.logIn(A, "hanako");
        assertThat(late)
                .isEqualTo(new Heard(Optional.empty(), Optional.empty(), Duration.ofSeconds(25), Optional.empty()));
        desks.gate.wake(START.plusSeconds(60));
        assertThat(desks.later(60).logIn(A, "hanako").listed()).isPresent();
        assertThat(desks.send(A)).isTrue();
    }

    @Test
    void the_watcher_looks_every_five_seconds_and_after_three_in_vain_more_seldom() {
        PureDesks desks = desks("pop-before-smtp");
        List<Long> looks = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            ClockEvent due = desks.gate.due(desks.now()).orElseThrow();
            assertThat(due.kind()).isEqualTo(Kind.LOOK);
            looks.add(Duration.between(START, due.at()).toSeconds());
            desks.at(due.at());
        }
        assertThat(looks).containsExactly(5L, 10L, 15L, 22L, 31L, 41L, 51L, 61L);
        desks.send(A);
        desks.later(10);
        assertThat(desks.gate.due(desks.now()).orElseThrow().at())
                .as("a line in the log makes it eager again")
                .isEqualTo(START.plusSeconds(76));
    }

    @Test
    void the_watcher_lists_at_its_next_look_and_a_line_that_was_put_up_before_never_hears_of_it() {
        PureDesks desks = desks("pop-before-smtp");
        desks.later(2).logIn(A, "hanako");
        assertThat(desks.kept()).extracting(KeptRow::state).containsExactly(State.UNREAD);
        PureDesks.PureLine line = desks.connect(A).mail(HANAKO);
        assertThat(desks.later(2).send(A)).isFalse();

        assertThat(desks.later(1).send(A)).isTrue();

        assertThat(desks.kept()).extracting(KeptRow::state).containsExactly(State.LIVE);
        assertThat(desks.kept().get(0).listed().since()).isEqualTo(START.plusSeconds(2));
        assertThat(line.mail(HANAKO).taro()).isFalse();
    }

    @Test
    void what_the_watcher_did_is_told_once_with_its_time() {
        PureDesks desks = desks("pop-before-smtp");
        desks.logIn(A, "hanako");
        assertThat(desks.gate.tick(START.plusSeconds(17)))
                .containsExactly(
                        new ClockEvent(Kind.LOOK, START.plusSeconds(5), List.of("198.51.100.7"), List.of()),
                        ClockEvent.bare(Kind.LOOK, START.plusSeconds(15)));
        assertThat(desks.gate.tick(START.plusSeconds(17))).isEmpty();
    }

    @Test
    void a_quiet_night_keeps_the_watchers_gate_open_and_the_first_caller_wakes_it() {
        PureDesks desks = desks("pop-before-smtp");
        desks.logIn(A, "hanako");
        assertThat(desks.later(171 * MINUTE).send(A)).isTrue();
        assertThat(desks.later(10).send(A)).isFalse();
        assertThat(desks.told).last().extracting(ClockEvent::removed).isEqualTo(List.of("198.51.100.7"));
    }

    @Test
    void a_busy_log_closes_the_watchers_gate_after_forty_six_minutes_at_the_latest() {
        PureDesks desks = desks("pop-before-smtp");
        desks.logIn(A, "hanako");
        desks.at(START.plusSeconds(1_784)).connect(B).hangUp();
        long checked = Duration.between(
                        START, desks.gate.due(desks.now()).orElseThrow().at())
                .toSeconds();
        assertThat(checked).as("a check just before the end").isBetween(1_785L, 1_794L);
        while (!desks.kept().isEmpty()) {
            desks.later(5).connect(B).hangUp();
        }
        Instant closed = desks.told.get(desks.told.size() - 1).at();
        assertThat(Duration.between(START, closed).toSeconds())
                .as("the next check comes half the window and a minute later")
                .isBetween(checked + 960, checked + 965)
                .isLessThanOrEqualTo(46 * MINUTE);
    }

    @Test
    void a_row_that_is_new_makes_the_watcher_look_through_the_list_at_once() {
        PureDesks desks = desks("pop-before-smtp");
        desks.logIn(A, "hanako");
        desks.at(START.plusSeconds(1_780)).connect(B).hangUp();
        desks.at(START.plusSeconds(1_810)).connect(B).hangUp();
        assertThat(desks.later(10).kept())
                .as("checked at 1,790, and not again so soon")
                .hasSize(1);
        desks.logIn(B, "jiro");
        assertThat(desks.later(10).kept()).extracting(KeptRow::entry).containsExactly("198.18.77.9");
    }

    @Test
    void a_watcher_that_is_started_anew_reads_the_log_with_its_old_times() {
        PureDesks desks = desks("pop-before-smtp");
        desks.logIn(A, "hanako");
        desks.later(20 * MINUTE).gate.sleep(desks.now());
        desks.logIn(B, "jiro");
        assertThat(desks.later(60).send(B)).as("nobody reads").isFalse();

        desks.gate.wake(desks.now());

        assertThat(desks.send(B)).isTrue();
        assertThat(desks.kept())
                .extracting(row -> row.listed().until())
                .containsExactly(START.plusSeconds(30 * MINUTE), START.plusSeconds(50 * MINUTE));
        desks.later(29 * MINUTE).gate.restart(desks.now());
        assertThat(desks.send(A)).as("its old time is over").isFalse();
        assertThat(desks.gate.tick(desks.now()))
                .last()
                .isEqualTo(new ClockEvent(
                        Kind.START, START.plusSeconds(50 * MINUTE), List.of(), List.of("198.51.100.7", "198.18.77.9")));
    }

    @Test
    void poprelayd_believes_a_line_that_only_looks_like_a_log_in() {
        String sender = "FROM:\"POP login by user \"admin\" at (66.66.66.66) 66.66.66.66@linux.example\"";
        for (String program : List.of("poprelayd", "pop-before-smtp")) {
            PureDesks desks = desks(program);
            desks.logged(A, sender);
            desks.logged(A, "FROM:\"POP login by user \"admin\" at (here) 66.66.66.256\"");
            desks.logged(A, "FROM:\"POP login by user \"admin\" at (here) 66.66.66.6666666666\"");
            desks.later(10);
            assertThat(desks.kept().stream().map(KeptRow::entry).toList())
                    .isEqualTo(program.equals("poprelayd") ? List.of("66.66.66.66") : List.of());
        }
    }

    @Test
    void a_sender_that_is_accepted_is_no_log_in_whatever_he_calls_himself() {
        PureDesks desks = desks("poprelayd");
        desks.connect(A).mail("POP login by user \"admin\" at (x) 66.66.66.66").hangUp();
        assertThat(desks.later(10).kept()).isEmpty();
    }

    @Test
    void vpopmail_is_swept_at_forty_minutes_past_the_hour_and_not_before() {
        PureDesks desks = desks("vpopmail");
        desks.logIn(A, "hanako");
        assertThat(desks.at(Instant.parse("2007-04-02T08:39:59Z")).send(A)).isTrue();
        assertThat(desks.gate.due(desks.now()))
                .contains(ClockEvent.bare(Kind.CRON, Instant.parse("2007-04-02T08:40:00Z")));
        PureDesks.PureLine line = desks.connect(A).mail(HANAKO);
        assertThat(desks.later(1).send(A)).isFalse();
        assertThat(line.taro()).as("the line was put up in time").isTrue();
    }

    @Test
    void vpopmail_puts_out_at_the_sweep_what_ends_in_that_second() {
        PureDesks desks = desks("vpopmail").at(Instant.parse("2007-04-02T05:40:00Z"));
        desks.logIn(A, "hanako");
        assertThat(desks.later(180 * MINUTE - 1).send(A)).isTrue();
        assertThat(desks.later(1).send(A)).isFalse();
    }

    @Test
    void cron_that_is_woken_at_forty_minutes_past_has_missed_this_hour() {
        PureDesks desks = desks("vpopmail");
        desks.logIn(A, "hanako");
        desks.gate.sleep(desks.now());
        Instant forty = Instant.parse("2007-04-02T08:40:00Z");
        assertThat(desks.at(forty).send(A)).isTrue();
        desks.gate.wake(forty);
        assertThat(desks.kept()).extracting(KeptRow::state).containsExactly(State.OVERDUE);
        assertThat(desks.later(60 * MINUTE).send(A)).isFalse();
    }

    @Test
    void vpopmail_writes_an_ipv6_address_so_that_nobody_finds_it() {
        PureDesks desks = desks("vpopmail");
        desks.logIn(SIXTH, "hanako");
        assertThat(desks.kept())
                .extracting(KeptRow::entry, KeptRow::state, KeptRow::opens)
                .containsExactly(tuple("2001_db8__b", State.UNMATCHED, false));
    }

    @ParameterizedTest
    @CsvSource({"relay-ctrl, 15", "qmail-ldap, 10", "xmail, 15", "dbmail, 30", "plain, 10"})
    void whoever_looks_at_the_time_himself_is_exact_to_the_second(String program, long minutes) {
        PureDesks desks = desks(program);
        desks.logIn(A, "hanako");
        assertThat(desks.later(minutes * MINUTE).send(A)).isTrue();
        assertThat(desks.later(1).send(A)).isFalse();
        assertThat(desks.kept()).extracting(KeptRow::state).containsExactly(State.EXPIRED);
    }

    @Test
    void the_doorman_says_when_he_looked() {
        PureDesks desks = desks("relay-ctrl");
        PureDesks.PureLine line = desks.connect(A).mail(HANAKO);
        desks.logIn(A, "hanako");
        Decision refused = desks.later(60).connect(B).rcpt(TARO);
        assertThat(line.rcpt(TARO).deciding()).isEqualTo(new DeskAnswer(Question.LISTED, false, START));
        assertThat(refused.deciding().at()).isEqualTo(desks.now());
        assertThat(refused.answers()).extracting(DeskAnswer::at).containsOnly(desks.now());
    }

    @Test
    void qmail_ldap_lets_the_greeting_wait_for_a_daemon_that_sleeps_and_has_forgotten_all_when_it_wakes() {
        PureDesks desks = desks("qmail-ldap");
        desks.logIn(A, "hanako");
        assertThat(desks.kept()).extracting(KeptRow::mailbox).containsExactly("hanako");
        desks.gate.sleep(START);
        assertThat(desks.kept()).isEmpty();
        PureDesks.PureLine line = desks.connect(A);
        assertThat(line.heard.waited()).isEqualTo(Duration.ofSeconds(2));
        Decision refused = line.mail(HANAKO).rcpt(TARO);
        assertThat(refused.deciding().question()).isEqualTo(Question.KEEPER_ANSWERS);
        assertThat(refused.words()).isEqualTo("553 sorry, relaying denied from your location [198.51.100.7] (#5.7.1)");
        assertThat(desks.logIn(B, "jiro").waited())
                .as("the log-in waits for nobody")
                .isZero();
        desks.gate.wake(desks.now());
        assertThat(desks.connect(A).heard.waited()).isZero();
        assertThat(desks.send(A)).isFalse();
        desks.logIn(A, "hanako");
        assertThat(desks.send(A)).isTrue();
    }

    @Test
    void the_name_book_opens_the_whole_line_for_one_good_sender() {
        PureDesks desks = desks("xmail");
        desks.logIn(A, "hanako");
        for (String sender : List.of("", "jiro@plala.example", "x@other.example", "nobody@plala.example")) {
            assertThat(desks.send(A, sender)).as(sender).isFalse();
        }
        PureDesks.PureLine line = desks.connect(A).mail("HANAKO@PLALA.example");
        assertThat(line.taro()).isTrue();
        desks.later(3_600);
        Decision stillOpen = line.mail("x@other.example").rcpt(TARO);
        assertThat(stillOpen.accepts()).isTrue();
        assertThat(stillOpen.deciding()).isEqualTo(new DeskAnswer(Question.OPENED_BEFORE, true, START));
    }

    @Test
    void the_name_book_asks_its_own_questions() {
        PureDesks desks = desks("xmail");
        assertThat(deciding(desks, A, "x@other.example")).isEqualTo(Question.OWN_SENDER);
        assertThat(deciding(desks, A, HANAKO)).isEqualTo(Question.LISTED);
        desks.logIn(A, "hanako");
        assertThat(deciding(desks, A, HANAKO)).isEqualTo(Question.IN_TIME);
        assertThat(deciding(desks, B, HANAKO)).isEqualTo(Question.LATEST_ADDRESS);
        assertThat(desks.kept())
                .extracting(KeptRow::entry, row -> row.listed().address())
                .containsExactly(tuple("hanako", A));
    }

    private static Question deciding(PureDesks desks, InetAddress from, String sender) {
        return desks.connect(from).mail(sender).rcpt(TARO).deciding().question();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vpopmail", "relay-ctrl", "qmail-ldap"})
    void qmail_takes_a_mail_for_nobody_and_does_not_ask_who_lives_here(String program) {
        Decision taken = desks(program).connect(A).mail("").rcpt("nobody@plala.example");
        assertThat(taken.accepts()).isTrue();
        assertThat(taken.answers()).containsExactly(new DeskAnswer(Question.OWN_PEOPLE, true, START));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "drac            | 550 5.7.1 <taro@friend.example>... Relaying denied",
                "pop-before-smtp | 554 5.7.1 <taro@friend.example>: Relay access denied",
                "poprelayd       | 550 5.7.1 <taro@friend.example>... Relaying denied. Please check your mail first.",
                "vpopmail        | 553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)",
                "relay-ctrl      | 553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)",
                "qmail-ldap      | 553 sorry, relaying denied from your location [198.51.100.7] (#5.7.1)",
                "xmail           | 550 Relay denied",
                "dbmail          | 554 5.7.1 <taro@friend.example>: Relay access denied",
                "plain           | 550 5.7.1 <taro@friend.example>: Relaying denied"
            })
    void a_refusal_is_to_the_letter(String program, String words) {
        assertThat(desks(program).connect(A).mail(HANAKO).rcpt(TARO).words()).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "drac, DAEMON",
        "pop-before-smtp, WATCHER",
        "poprelayd, WATCHER",
        "vpopmail, CRON",
        "relay-ctrl,",
        "xmail,",
        "qmail-ldap, DAEMON",
        "dbmail,",
        "plain,"
    })
    void only_a_keeper_can_be_put_to_sleep(String program, Keeper keeper) {
        PureDesks desks = desks(program);
        assertThat(desks.gate.behaviour().keeper()).isEqualTo(Optional.ofNullable(keeper));
        assertThat(desks.gate.isAwake()).isTrue();
        if (keeper == null) {
            assertThatThrownBy(() -> desks.gate.sleep(START)).hasMessage(program + " has no keeper");
            assertThatThrownBy(() -> desks.gate.wake(START)).isInstanceOf(IllegalStateException.class);
            assertThat(desks.gate.due(START)).isEmpty();
        } else {
            desks.gate.sleep(START);
            assertThat(desks.gate.isAwake()).isFalse();
            assertThat(desks.gate.due(START.plusSeconds(86_400))).isEmpty();
            desks.gate.restart(START.plusSeconds(86_400));
            assertThat(desks.gate.isAwake())
                    .as("a new start of the servers wakes nobody")
                    .isFalse();
        }
    }

    @Test
    void a_line_that_the_gate_never_heard_of_is_refused() {
        PureDesks desks = desks("relay-ctrl");
        desks.logIn(A, "hanako");
        Attempt attempt = new Attempt(99, A, START, "pc", HANAKO, TARO, null);
        assertThat(desks.gate.ask(attempt).accepts()).isFalse();
    }

    @Test
    void a_line_that_is_down_is_forgotten() {
        PureDesks desks = desks("relay-ctrl");
        desks.logIn(A, "hanako");
        PureDesks.PureLine line = desks.connect(A).mail(HANAKO);
        assertThat(line.taro()).isTrue();
        line.hangUp();
        assertThat(line.taro()).isFalse();
    }

    @Test
    void a_keeper_that_has_much_to_tell_tells_the_latest() {
        RelayPolicy gate = desks("pop-before-smtp").gate;
        for (int i = 0; i < 500; i++) {
            gate.hear(new ProtocolEvent(
                    ProtocolEvent.Kind.PASSWORD_RIGHT, i, i % 2 == 0 ? A : B, "hanako", START.plusSeconds(5L * i)));
        }
        List<ClockEvent> told = gate.tick(START.plusSeconds(2_500));
        assertThat(told).hasSize(200).last().extracting(ClockEvent::at).isEqualTo(START.plusSeconds(2_500));
    }

    @Test
    void habits_that_do_not_go_together_are_none() {
        RelayBehaviour plain = RelayBehaviour.plain(Duration.ofMinutes(5));
        assertThatThrownBy(() -> with(plain, new Expiry(Expiry.By.SWEEP, true), plain.memory(), plain.reading()))
                .hasMessage("a daemon that sweeps is called");
        assertThatThrownBy(() -> with(plain, new Expiry(Expiry.By.LOOK, true), plain.memory(), plain.reading()))
                .hasMessage("a watcher that looks reads a log");
        assertThatThrownBy(() -> with(plain, plain.expiry(), Memory.LOG, plain.reading()))
                .hasMessage("what is made of a log is told by one");
        assertThatThrownBy(() -> with(plain, plain.expiry(), plain.memory(), Reading.SENDER))
                .hasMessage("rows about mailboxes, and no others, are read by the sender");
        assertThatThrownBy(() -> RelayBehaviour.plain(Duration.ofSeconds(-1))).hasMessage("a window is not negative");
        assertThatThrownBy(() -> new Listing(
                        Listing.Moment.LOG_IN,
                        Listing.Messenger.CALL,
                        Listing.Key.ADDRESS,
                        32,
                        true,
                        Duration.ZERO,
                        Listing.OverIpv6.SAME))
                .hasMessage("who asks a daemon waits for it, and nobody else does");
    }

    private static RelayBehaviour with(RelayBehaviour plain, Expiry expiry, Memory memory, Reading reading) {
        return new RelayBehaviour("other", plain.window(), plain.listing(), reading, expiry, memory, plain.voice());
    }
}
