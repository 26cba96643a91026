package popbeforesmtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.operation.Meter;
import popbeforesmtp.sandbox.Player;
import popbeforesmtp.sandbox.journal.Journal;
import popbeforesmtp.sandbox.journal.JournalStore;
import popbeforesmtp.sandbox.journal.StoredWorld;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.SetUp;
import popbeforesmtp.sandbox.world.Worlds;
import popbeforesmtp.store.Postgres;
import popbeforesmtp.store.StoreOptions;
import popbeforesmtp.store.Stores;
import popbeforesmtp.web.Reader;
import popbeforesmtp.web.SamePage;
import popbeforesmtp.web.http.SiteOptions;

/** A learner who notices nothing, although the site is stopped and started again, or is two processes. */
class RestartTest {

    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    private static final List<String> PAGES = List.of(
            "/try",
            "/en/try?case=receive-then-send",
            "/compare-runs",
            "/read/dion?claim=D4",
            "/learn/1",
            "/learn/6",
            "/quiz");

    @TempDir
    Path folder;

    private static App app(StoreOptions keeping) throws Exception {
        SiteOptions.Rate any = new SiteOptions.Rate(5_000, 5_000);
        App app = new App(Setup.usual()
                .withClock(new TurnedClock())
                .withSite(SiteOptions.usual().withRates(any, any).withPublicUrl("http://pop.example"))
                .withKeeping(keeping));
        app.start("127.0.0.1", 0);
        return app;
    }

    /** Something that a learner does; the page that is seen then. */
    private record Act(String what, Function<Reader, String> doing) {

        static Act press(String... fields) {
            return new Act(String.join(" ", fields), reader -> {
                List<String> form = new ArrayList<>(List.of("step", reader.step(), "press"));
                form.addAll(List.of(fields));
                return follow(reader, "/try", form);
            });
        }

        static Act see(String page) {
            return new Act(page, reader -> reader.get(page).body());
        }

        static Act note(String from, String... fields) {
            return new Act(from + " " + String.join(" ", fields), reader -> {
                List<String> form = new ArrayList<>(List.of("from", from, "note"));
                form.addAll(List.of(fields));
                return follow(reader, "/learn", form);
            });
        }

        static Act settings(String... chosen) {
            return new Act(String.join(" ", chosen), reader -> {
                List<String> form = new ArrayList<>(List.of("back", "/try"));
                form.addAll(List.of(chosen));
                return follow(reader, "/settings", form);
            });
        }

        private static String follow(Reader reader, String path, List<String> form) {
            String to = reader.post(path, form).headers().firstValue("Location").orElseThrow();
            return reader.get(to.replaceFirst("#.*", "")).body();
        }
    }

    private static List<Act> acts() {
        return List.of(
                Act.see("/try"),
                Act.press("send"),
                Act.press("open", "host", "plala.example", "dialled", "110"),
                Act.press("type", "line", "USER hanako"),
                Act.press("type", "line", "PASS sakura"),
                Act.press("type", "line", "LIST"),
                Act.press("undo"),
                Act.press("type", "line", "STAT 花 🌸"),
                Act.press("close"),
                Act.press("send"),
                Act.press("undo"),
                Act.press("undo"),
                Act.note("/learn/1?trial=a", "guess", "guess", "refused"),
                Act.see("/try"),
                Act.press("reset"),
                Act.see("/compare-runs"),
                Act.see("/try"),
                Act.press("send"),
                Act.see("/compare-runs"),
                Act.see("/try"),
                Act.press("receive", "case", "too-late"),
                Act.press("undo"),
                Act.press("move", "place", "phone"),
                Act.note("/quiz?q=1", "answer", "answer", "a"),
                Act.note("/quiz?q=2", "answer", "answer", "b"),
                Act.see("/quiz"),
                Act.see("/compare-runs"),
                Act.settings("size", "150", "furigana", "all", "theme", "dark"),
                Act.see("/en/quiz"));
    }

    @Test
    void a_restart_after_every_other_act_is_not_noticed() throws Exception {
        try (App steady = app(StoreOptions.inMemory())) {
            Reader control = new Reader(steady.port());
            Reader learner = new Reader(0);
            List<Act> acts = acts();
            for (int i = 0; i < acts.size(); i += 2) {
                try (App restarted = app(StoreOptions.in(folder))) {
                    learner = learner.at(restarted.port());
                    for (Act act : acts.subList(i, Math.min(i + 2, acts.size()))) {
                        SamePage.expect(act.what, act.doing.apply(learner), act.doing.apply(control));
                    }
                }
            }
            try (App restarted = app(StoreOptions.in(folder))) {
                for (String page : PAGES) {
                    SamePage.expect(
                            page,
                            learner.at(restarted.port()).get(page).body(),
                            control.get(page).body());
                }
            }
        }
    }

    @Test
    void two_processes_by_turns_are_not_noticed_either() throws Exception {
        StoreOptions shared = StoreOptions.in(POSTGRES.database());
        try (App steady = app(StoreOptions.inMemory());
                App one = app(shared);
                App two = app(shared)) {
            Reader control = new Reader(steady.port());
            Reader learner = new Reader(0);
            int turn = 0;
            for (Act act : acts()) {
                learner = learner.at((turn++ % 2 == 0 ? one : two).port());
                SamePage.expect(act.what, act.doing.apply(learner), act.doing.apply(control));
            }
            for (String page : PAGES) {
                String expected = control.get(page).body();
                SamePage.expect(page, learner.at(one.port()).get(page).body(), expected);
                SamePage.expect(page, learner.at(two.port()).get(page).body(), expected);
            }
        }
    }

    @Test
    void ten_thousand_stored_worlds_are_not_in_memory() throws Exception {
        TurnedClock clock = new TurnedClock();
        StoredWorld begun = StoredWorld.NEW
                .begun(Journal.begin(SeatId.FIRST, SetUp.FREE), Journal.EMPTY)
                .revised(1);
        try (JournalStore before = Stores.of(StoreOptions.in(folder), clock, Meter.NONE)) {
            for (int i = 0; i < 10_000; i++) {
                assertThat(before.replace("learner " + i, StoredWorld.NEW, begun))
                        .isTrue();
            }
        }
        try (JournalStore store = Stores.of(StoreOptions.in(folder), clock, Meter.NONE);
                Practice practice =
                        Practice.start(new Worlds.Limits(2, 4, Duration.ofMinutes(10), Duration.ofHours(24)), store)) {
            Worlds worlds = practice.worlds();
            assertThat(worlds.size()).isZero();
            assertThat(worlds.keptOctets()).isZero();
            for (int i = 0; i < 10; i++) {
                new Player(worlds.find("learner " + 997 * i).orElseThrow(), SetUp.FREE).press(new Press.Receive());
            }
            assertThat(worlds.size()).isEqualTo(4);
            practice.clock().turn(Duration.ofHours(25));
            worlds.sweep();
            assertThat(worlds.size()).isZero();
            assertThat(worlds.keptOctets()).isZero();
            assertThat(worlds.find("learner 997")
                            .orElseThrow()
                            .seat(SeatId.FIRST)
                            .view()
                            .list())
                    .hasSize(1);
        }
    }
}
