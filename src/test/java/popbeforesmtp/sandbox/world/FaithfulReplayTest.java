package popbeforesmtp.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import popbeforesmtp.Practice;
import popbeforesmtp.Printed;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.sandbox.Player;
import popbeforesmtp.sandbox.journal.Journal;
import popbeforesmtp.sandbox.journal.JournalEntry;
import popbeforesmtp.sandbox.journal.MemoryStore;
import popbeforesmtp.sandbox.journal.StoredWorld;
import popbeforesmtp.sandbox.press.Options;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.SetUp;
import popbeforesmtp.sandbox.press.Setting;

/** A journal that is played again tells the story that was seen, or says that it cannot. */
class FaithfulReplayTest {

    private static final int RACES = 1_000;

    private final MemoryStore store = new MemoryStore();
    private final Practice practice = Practice.start(Worlds.Limits.usual(), store);

    @AfterEach
    void stop() {
        practice.close();
    }

    private Player player(String key) {
        return new Player(practice.worlds().make(key, "here"), SetUp.FREE);
    }

    /** Everything that is seen at the first seat. */
    private static String seen(World world) {
        return world.seat(SeatId.FIRST).view().toString();
    }

    @Test
    void a_final_dot_at_the_moment_of_the_cut_is_played_again_to_the_letter() throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        CyclicBarrier together = new CyclicBarrier(2);
        try {
            for (int i = 0; i < RACES; i++) {
                Player hanako = player("race" + i);
                hanako.press(new Press.Choose(Options.USUAL.with(Setting.RECIPIENTS, "hanako")));
                hanako.press(List.of(
                        new Press.Open("plala.example", 25),
                        new Press.Type("EHLO pc"),
                        new Press.Type("MAIL FROM:<a@other.example>"),
                        new Press.Type("RCPT TO:<hanako@plala.example>"),
                        new Press.Type("DATA")));
                String step = hanako.seat().view().step();
                Callable<Answer.Kind> types = () -> {
                    together.await();
                    return hanako.seat()
                            .press(step, SetUp.FREE, new Press.Type("."))
                            .kind();
                };
                Callable<Boolean> cuts = () -> {
                    together.await();
                    hanako.world().cut(SeatId.FIRST);
                    return true;
                };
                Future<Answer.Kind> typed = two.submit(types);
                Future<Boolean> cut = two.submit(cuts);
                assertThat(typed.get()).isEqualTo(Answer.Kind.DONE);
                assertThat(cut.get()).isTrue();

                String live = seen(hanako.world());
                hanako.world().rest();
                assertThat(seen(hanako.world())).isEqualTo(live);
                assertThat(hanako.seat().mishap()).isEmpty();
                hanako.world().forget();
            }
        } finally {
            two.shutdownNow();
        }
    }

    @Test
    void what_was_said_under_tls_and_what_was_shown_of_a_secret_is_played_again_to_the_letter() {
        Player hanako = player("sealed");
        Options sealed =
                Options.USUAL.with(Setting.PORT, "587").with(Setting.AUTH, "on").with(Setting.TLS, "on");
        for (Options options : List.of(sealed, sealed.with(Setting.POP3, "apop"), sealed.with(Setting.POP3, "995"))) {
            hanako.press(List.of(new Press.Choose(options), new Press.Receive(), new Press.Send()));
            String live = seen(hanako.world());
            assertThat(live).contains("SealedOctets[", "sealed=true", "reason=AUTHENTICATED");
            hanako.world().rest();
            assertThat(seen(hanako.world())).isEqualTo(live);
            assertThat(hanako.seat().mishap()).isEmpty();
        }
    }

    @Test
    void a_new_start_of_the_site_plays_tls_and_the_stamps_of_apop_again_to_the_letter() {
        Options from995 = Options.USUAL.with(Setting.POP3, "995");
        Map<String, List<Press>> talks = Map.of(
                "POP3 ready <1.",
                List.of(new Press.Choose(Options.USUAL.with(Setting.POP3, "apop")), new Press.Receive()),
                "reason=AUTHENTICATED",
                List.of(
                        new Press.Choose(from995.with(Setting.PORT, "465").with(Setting.AUTH, "on")),
                        new Press.Receive(),
                        new Press.Send()),
                "SealedOctets[",
                List.of(
                        new Press.Open("plala.example", 587),
                        new Press.Type("EHLO pc"),
                        new Press.Type("STARTTLS"),
                        new Press.Type("EHLO pc")),
                "POP3 ready <2.",
                List.of(new Press.Receive(), new Press.Open("plala.example", 995), new Press.Type("USER hanako")));
        Map<String, String> live = new HashMap<>();
        talks.forEach((words, presses) -> {
            Player hanako = player("restarted " + words);
            hanako.press(presses);
            live.put(words, seen(hanako.world()));
            assertThat(live.get(words)).contains(words);
        });
        practice.close();

        try (Practice again = Practice.start(Worlds.Limits.usual(), store)) {
            live.forEach((words, view) -> {
                World restarted = again.worlds().find("restarted " + words).orElseThrow();
                assertThat(seen(restarted)).isEqualTo(view);
                assertThat(restarted.seat(SeatId.FIRST).mishap()).isEmpty();
            });
        }
    }

    @Test
    void a_line_on_which_nothing_is_said_is_ended_by_its_server_and_undone_with_the_press_before() {
        Player hanako = player("silent");
        hanako.press(new Press.Open("plala.example", 25));
        WorldView before = hanako.seat().view();

        practice.clock().turn(java.time.Duration.ofMinutes(6));
        practice.worlds().sweep();

        WorldView cut = hanako.seat().view();
        assertThat(cut.step()).isEqualTo(before.step());
        assertThat(cut.line()).isEmpty();
        assertThat(Player.lines(cut)).last().asString().startsWith("S: 421 4.4.2 ");
        assertThat(cut.result().orElseThrow().messages())
                .extracting(message -> message.key())
                .containsExactly("console.timedout");
        hanako.world().rest();
        assertThat(hanako.seat().view()).isEqualTo(cut);
        assertThat(hanako.seat().undo(cut.step()).view().dialogue()).isEqualTo(Dialogue.NONE);
    }

    @Test
    void a_line_on_which_something_is_said_in_time_stays_open() {
        Player hanako = player("lively");
        hanako.press(new Press.Open("plala.example", 110));
        practice.clock().turn(java.time.Duration.ofMinutes(6));
        practice.worlds().sweep();
        assertThat(hanako.seat().view().line()).isPresent();
    }

    @Test
    void a_replay_that_leads_elsewhere_is_told_and_logged() throws Exception {
        Player hanako = player("other");
        hanako.receive();
        hanako.send();
        StoredWorld kept = store.load("other").orElseThrow();
        List<JournalEntry> entries = new ArrayList<>(kept.journal().entries());
        entries.set(1, entries.get(1).observed("0123456789abcdef"));
        StoredWorld tampered = kept.observed(new Journal(entries)).revised(kept.revision() + 1);
        assertThat(store.replace("other", kept, tampered)).isTrue();

        String printed = Printed.during(() -> {
            try (Practice restarted = Practice.start(Worlds.Limits.usual(), store)) {
                SeatSession back =
                        restarted.worlds().find("other").orElseThrow().seat(SeatId.FIRST);
                WorldView view = back.view();
                assertThat(view).isEqualTo(hanako.seat().view());
                assertThat(back.mishap()).contains(World.Mishap.DIFFERENT);
                back.press(view.step(), SetUp.FREE, new Press.Send());
                assertThat(back.mishap()).isEmpty();
            }
        });
        assertThat(printed).contains("led elsewhere").doesNotContain("\tat ");
        assertThat(store.load("other").orElseThrow().journal().entries().subList(0, 3))
                .as("what was observed now counts from now on")
                .isEqualTo(kept.journal().entries());
    }

    @Test
    void a_journal_that_cannot_be_played_is_told_and_starts_afresh_and_hurts_nobody_else() {
        Player other = player("other");
        WorldView before = other.receive();
        Journal nonsense = new Journal(List.of(new JournalEntry(SeatId.FIRST, new Press.Receive(), "")));
        StoredWorld stored = new StoredWorld(1, 4, nonsense, Optional.empty(), Optional.empty(), java.util.Map.of());
        assertThat(store.replace("bad", StoredWorld.NEW, stored)).isTrue();

        SeatSession bad = practice.worlds().find("bad").orElseThrow().seat(SeatId.FIRST);
        assertThat(bad.press("4.1", SetUp.FREE, new Press.Send()).kind()).isEqualTo(Answer.Kind.AFRESH);
        WorldView fresh = bad.view();
        assertThat(bad.mishap()).contains(World.Mishap.AFRESH);
        assertThat(fresh.presses()).isZero();
        assertThat(bad.press(fresh.step(), SetUp.FREE, new Press.Send()).kind()).isEqualTo(Answer.Kind.DONE);
        assertThat(bad.mishap()).isEmpty();
        assertThat(other.seat().view()).isEqualTo(before);
    }

    @Test
    void a_press_in_which_this_machine_fails_is_not_done_and_is_no_outcome() {
        Player hanako = player("broken");
        WorldView before = hanako.receive();
        StoredWorld kept = store.load("broken").orElseThrow();
        practice.servers().close();

        assertThatThrownBy(() -> hanako.seat().press(before.step(), SetUp.FREE, new Press.Send()))
                .isInstanceOf(MachineFailedException.class);
        assertThat(store.load("broken")).contains(kept);

        try (Practice restarted = Practice.start(Worlds.Limits.usual(), store)) {
            SeatSession back = restarted.worlds().find("broken").orElseThrow().seat(SeatId.FIRST);
            assertThat(back.view()).isEqualTo(before);
            assertThat(back.press(before.step(), SetUp.FREE, new Press.Send()).kind())
                    .isEqualTo(Answer.Kind.DONE);
        }
    }

    @Test
    void events_of_a_dialogue_are_those_that_decided() {
        Player hanako = player("same");
        WorldView view = hanako.send();
        Event key = view.result().orElseThrow().key().orElseThrow().event();
        assertThat(view.talk()).anyMatch(event -> event == key);
    }
}
