package popbeforesmtp.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import popbeforesmtp.web.Reader;

/** Two processes on one folder, as when the new one is started before the old one has ended. */
class OneFolderTest {

    @TempDir
    Path folder;

    private CompletableFuture<SiteProcess> starting() {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return SiteProcess.start(folder.toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Each has the native part of its driver in a place of its own, named by its number. */
    private List<String> places() throws IOException {
        try (Stream<Path> places = Files.list(folder.resolve("native"))) {
            return places.map(place -> place.getFileName().toString()).toList();
        }
    }

    private static String numberOf(SiteProcess process) {
        return Long.toString(process.pid());
    }

    @Test
    void two_that_start_at_the_same_moment_both_come_up_and_a_killed_one_leaves_nothing_to_the_next() throws Exception {
        CompletableFuture<SiteProcess> first = starting();
        CompletableFuture<SiteProcess> second = starting();
        try (SiteProcess one = first.get();
                SiteProcess two = second.get()) {
            for (SiteProcess each : List.of(one, two)) {
                assertThat(new Reader(each.port()).get("/readyz").body()).isEqualTo("ready");
            }
            assertThat(places()).containsExactlyInAnyOrder(numberOf(one), numberOf(two));
            Reader learner = new Reader(one.port());
            learner.get("/try");
            String page = learner.pressAndSee("receive");

            one.kill();

            try (SiteProcess three = starting().get()) {
                assertThat(places()).containsExactlyInAnyOrder(numberOf(two), numberOf(three));
                for (SiteProcess each : List.of(two, three)) {
                    assertThat(learner.at(each.port()).get("/try").body()).isEqualTo(page);
                }
            }
        }
    }
}
