package popbeforesmtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.operation.Meter;
import popbeforesmtp.sandbox.journal.Journal;
import popbeforesmtp.sandbox.journal.JournalEntry;
import popbeforesmtp.sandbox.journal.JournalStore;
import popbeforesmtp.sandbox.journal.StoredWorld;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.SetUp;
import popbeforesmtp.store.StoreOptions;
import popbeforesmtp.store.Stores;
import popbeforesmtp.web.Reader;
import popbeforesmtp.web.SamePage;
import popbeforesmtp.web.http.SiteOptions;

/** Nothing can be kept for a while: learners are told so, nothing is done by halves, and then all goes on. */
class StoreAwayTest {

    private static final String NOT_KEPT = "いまは記録できないので、押したことになりませんでした。";
    private static final String AWAY = "いまは、練習の記録を読み書きできません。";
    private static final String AWAY_EN = "Your practice cannot be read or saved right now.";
    private static final String[] HTMX = {"HX-Request", "true"};

    @TempDir
    Path folder;

    private static App app(StoreOptions keeping) throws IOException {
        SiteOptions.Rate any = new SiteOptions.Rate(5_000, 5_000);
        App app = new App(
                Setup.usual().withSite(SiteOptions.usual().withRates(any, any)).withKeeping(keeping));
        app.start("127.0.0.1", 0);
        return app;
    }

    /** The readiness is asked for once a second at the most. */
    private static void expectReady(App app, boolean ready) {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (app.isReady() != ready) {
            assertThat(Instant.now()).isBefore(end);
            Thread.onSpinWait();
        }
    }

    @Test
    void a_full_disk_refuses_presses_and_takes_them_again_when_there_is_room() throws Exception {
        String file = "jdbc:sqlite:" + folder.resolve("worlds.db");
        fill(file);
        String printed = Printed.during(() -> {
            try (App app = app(StoreOptions.in(file + "?max_page_count=40"))) {
                Reader learner = new Reader(app.port());
                learner.get("/try");
                learner.pressAndSee("receive");
                pressUntilRefused(learner, "type", "line", "あ".repeat(500));
                String before = pressUntilRefused(learner, "send");
                SamePage.expect("nothing is half done", learner.get("/try").body(), before);
                assertThat(learner.pressAndSee("send")).contains(NOT_KEPT);
                assertThat(learner.get("/en/try").body()).contains("value=\"" + learner.step() + "\"");
                HttpResponse<String> noted = noteUntilRefused(app);
                assertThat(noted.statusCode()).isEqualTo(503);
                assertThat(noted.body()).contains(AWAY);
                assertThat(noted.headers().firstValue("Retry-After")).isPresent();
                expectReady(app, false);

                makeRoom(file);
                expectReady(app, true);
                SamePage.expect("all is as it was", learner.get("/try").body(), before);
                assertThat(learner.pressAndSee("send")).doesNotContain(NOT_KEPT).contains("data-outcome=\"sent\"");
            }
        });
        assertThat(printed.lines())
                .hasSize(2)
                .first()
                .asString()
                .contains("Worlds cannot be kept or read now: [SQLITE_FULL]");
    }

    /** Presses the same button for as long as there is room; the page before it was refused. */
    private static String pressUntilRefused(Reader learner, String... press) {
        for (int i = 0; i < 200; i++) {
            String before = learner.get("/try").body();
            List<String> form = new ArrayList<>(List.of("step", learner.step(), "press"));
            form.addAll(List.of(press));
            HttpResponse<String> answer = learner.post("/try", form, HTMX);
            assertThat(answer.statusCode()).isEqualTo(200);
            if (answer.body().contains(NOT_KEPT)) {
                return before;
            }
        }
        throw new AssertionError("there is room for ever");
    }

    /** One after the other guesses something, for as long as there is room. */
    private static HttpResponse<String> noteUntilRefused(App app) {
        for (int i = 0; i < 200; i++) {
            Reader learner = new Reader(app.port());
            learner.get("/learn/2?trial=a");
            HttpResponse<String> noted =
                    learner.post("/learn", List.of("from", "/learn/2?trial=a", "note", "guess", "guess", "sent"));
            if (noted.statusCode() != 303) {
                return noted;
            }
        }
        throw new AssertionError("there is room for ever");
    }

    /** Other worlds, which take most of the room there is. */
    private static void fill(String file) {
        Journal long_ = Journal.begin(SeatId.FIRST, SetUp.FREE)
                .with(JournalEntry.unplayed(SeatId.FIRST, new Press.Type("x".repeat(500))));
        StoredWorld begun = StoredWorld.NEW.begun(long_, Journal.EMPTY).revised(1);
        try (JournalStore others = Stores.of(StoreOptions.in(file), Instant::now, Meter.NONE)) {
            for (int i = 0; i < 100; i++) {
                assertThat(others.replace("other " + i, StoredWorld.NEW, begun)).isTrue();
            }
        }
    }

    private static void makeRoom(String file) {
        try (JournalStore others = Stores.of(StoreOptions.in(file), Instant::now, Meter.NONE)) {
            for (int i = 0; i < 100; i++) {
                others.forget("other " + i);
            }
        }
    }

    @Test
    void what_is_read_only_can_be_looked_at() throws Exception {
        Path file = folder.resolve("worlds.db");
        Reader learner;
        String before;
        try (App app = app(StoreOptions.in(folder))) {
            learner = new Reader(app.port());
            learner.get("/try");
            before = learner.pressAndSee("receive");
        }
        String printed = Printed.during(() -> {
            try (App app = app(StoreOptions.in("jdbc:sqlite:file:" + file + "?mode=ro"))) {
                Reader again = learner.at(app.port());
                assertThat(again.get("/try").body().replace(":" + app.port(), ""))
                        .isEqualTo(before.replaceAll("127.0.0.1:[0-9]+", "127.0.0.1"));
                assertThat(again.pressAndSee("send")).contains(NOT_KEPT);
                assertThat(app.isReady()).isFalse();
            }
        });
        assertThat(printed.lines()).hasSize(1).first().asString().contains("SQLITE_READONLY");
    }

    @Test
    void where_nothing_can_ever_be_kept_it_does_not_start() throws Exception {
        Path taken = Files.createFile(folder.resolve("file"));
        for (StoreOptions nowhere : List.of(
                StoreOptions.in(taken), StoreOptions.in("jdbc:sqlite:" + folder.resolve("no/such/folder/worlds.db")))) {
            IOException refused = org.junit.jupiter.api.Assertions.assertThrows(IOException.class, () -> app(nowhere));
            assertThat(refused.getMessage())
                    .startsWith("worlds cannot be kept: ")
                    .doesNotContain("\n");
        }
    }

    @Test
    void a_database_that_goes_away_is_told_and_used_again_when_it_is_back() throws Exception {
        EmbeddedPostgres.Builder postgres =
                EmbeddedPostgres.builder().setDataDirectory(folder).setCleanDataDirectory(false);
        EmbeddedPostgres first = postgres.start();
        EmbeddedPostgres.Builder again = postgres.setPort(first.getPort());
        StoreOptions keeping = StoreOptions.in(first.getJdbcUrl("postgres", "postgres"));
        String printed = Printed.during(() -> {
            try (App app = app(keeping)) {
                Reader learner = new Reader(app.port());
                learner.get("/try");
                String before = learner.pressAndSee("receive");
                expectReady(app, true);

                first.close();

                HttpResponse<String> press = learner.press("send", HTMX);
                assertThat(press.statusCode()).isEqualTo(503);
                assertThat(press.body()).contains(AWAY, "id=\"result\"").doesNotContain("data-outcome");
                assertThat(press.headers().firstValue("HX-Retarget")).hasValue("#result");
                assertThat(press.headers().firstValue("HX-Reswap")).hasValue("afterbegin");
                HttpResponse<String> page = learner.at(app.port()).get("/try");
                assertThat(page.statusCode()).isEqualTo(503);
                assertThat(page.body()).contains("<h1", AWAY, "href=\"/try\"").doesNotContain("Exception");
                assertThat(learner.at(app.port()).get("/en/learn/1").body()).contains(AWAY_EN);
                Reader stranger = new Reader(app.port());
                assertThat(stranger.get("/words").statusCode()).isIn(200, 503);
                assertThat(stranger.get("/").statusCode()).isEqualTo(200);
                assertThat(stranger.press("send").body()).contains("<h1", AWAY);
                expectReady(app, false);

                try (EmbeddedPostgres second = again.start()) {
                    expectReady(app, true);
                    assertThat(learner.at(app.port()).get("/try").body()).isEqualTo(before);
                    assertThat(learner.press("send", HTMX).body()).contains("data-outcome=\"sent\"");
                    assertThat(second.getPort()).isEqualTo(first.getPort());
                }
            }
        });
        assertThat(printed.lines()).hasSize(2).last().asString().contains("Worlds are kept again");
    }

    @Test
    void a_site_starts_before_its_database_does() throws Exception {
        EmbeddedPostgres.Builder postgres =
                EmbeddedPostgres.builder().setDataDirectory(folder).setCleanDataDirectory(false);
        EmbeddedPostgres before = postgres.start();
        StoreOptions keeping = StoreOptions.in(before.getJdbcUrl("postgres", "postgres"));
        before.close();
        String printed = Printed.during(() -> {
            try (App app = app(keeping)) {
                assertThat(app.isReady()).isFalse();
                assertThat(new Reader(app.port()).get("/try").statusCode()).isEqualTo(503);
                EmbeddedPostgres now = postgres.setPort(before.getPort()).start();
                expectReady(app, true);
                Reader learner = new Reader(app.port());
                learner.get("/try");
                assertThat(learner.pressAndSee("receive")).contains("data-outcome=\"received\"");
                now.close();
            }
        });
        assertThat(printed).contains("Worlds are kept again");
    }
}
