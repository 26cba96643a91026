package popbeforesmtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import popbeforesmtp.lesson.source.ResourceRoot;
import popbeforesmtp.store.StoreOptions;

/** The whole house, stopped while people are in the middle of something. */
class AppTest {

    private static final String HALF_A_FORM = "POST /try HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nx";
    private static final String STREAM =
            "GET /door/stream HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n";

    @RegisterExtension
    final Lines lines = new Lines();

    @Test
    void stopping_waits_for_nobody_who_is_slow_and_mail_programs_hear_of_it() throws Exception {
        assertThat(Printed.during(() -> {
                    App app = new App(Setup.usual());
                    app.start("127.0.0.1", 0);
                    app.openDoor("127.0.0.1", 0, 0);
                    Socket mail = lines.said("127.0.0.1", app.door().smtpPort(), "");
                    BufferedReader heard =
                            new BufferedReader(new InputStreamReader(mail.getInputStream(), StandardCharsets.US_ASCII));
                    assertThat(heard.readLine()).startsWith("220 ");
                    for (int i = 0; i < 150; i++) {
                        lines.said("127.0.0.1", app.port(), HALF_A_FORM);
                    }
                    Socket watcher = lines.said("127.0.0.1", app.port(), STREAM);
                    assertThat(watcher.getInputStream().read()).isEqualTo('H');

                    Instant asked = Instant.now();
                    app.close();

                    // Whoever waited for the half forms would wait thirty seconds.
                    assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(10));
                    assertThat(heard.readLine()).startsWith("421 ");
                }))
                .isEmpty();
    }

    /** SQLite keeps a journal beside its file for as long as somebody has it open. */
    @Test
    void a_site_that_cannot_be_built_leaves_its_store_closed(@TempDir Path empty, @TempDir Path folder)
            throws Exception {
        StoreOptions keeping = StoreOptions.in(folder);
        try (App once = new App(Setup.usual().withKeeping(keeping))) {
            once.start("127.0.0.1", 0);
        }
        ResourceRoot nothing = ResourceRoot.live(empty);
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> new App(Setup.usual().withShelf(nothing).withKeeping(keeping)))
                    .isInstanceOf(RuntimeException.class);
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .contains("worlds.db")
                        .doesNotContain("worlds.db-wal", "worlds.db-shm");
            }
        }
    }

    @Test
    void stopping_before_anything_was_started_is_nothing_special() {
        App app = new App(Setup.usual());
        app.close();
        app.close();
        assertThat(app.door().smtpPort()).isZero();
    }
}
