package popbeforesmtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import popbeforesmtp.web.Reader;

/** The site on a real disk that is full: one of memory, which only its process sees. Linux lets some do that. */
@Timeout(120)
class FullDiskTest {

    private static final String NOT_KEPT = "いまは記録できないので、押したことになりませんでした。";
    private static final String IN_ITS_OWN_SPACE = "mount -t tmpfs -o size=4m tmpfs \"$1\" && ";
    private static final String FILL = "dd if=/dev/zero of=\"$1/fill\" bs=1k 2>/dev/null; ";

    @TempDir
    Path folder;

    private Started site(String before) throws Exception {
        try (Started may = Started.program(
                Map.of(), List.of("unshare", "-rm", "bash", "-c", IN_ITS_OWN_SPACE + "exit", "-", folder.toString()))) {
            assumeTrue(may.exitCode() == 0, "this machine lets nobody have a disk of his own");
        } catch (IOException e) {
            assumeTrue(false, "there is no unshare here");
        }
        List<String> command = new ArrayList<>(List.of("unshare", "-rm", "bash", "-c"));
        command.addAll(List.of(IN_ITS_OWN_SPACE + before + "shift; exec \"$@\"", "-", folder.toString()));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", Started.classPath(), "popbeforesmtp.App"));
        command.addAll(List.of("--port", "0", "--data", folder.toString()));
        return Started.program(Map.of(), command);
    }

    /** The disk as its process sees it. */
    private Path disk(Started site) {
        return Path.of("/proc/" + site.pid() + "/root" + folder);
    }

    private static void awaitReady(int port, String word) {
        Reader supervisor = new Reader(port);
        while (!supervisor.get("/readyz").body().equals(word)) {
            Thread.onSpinWait();
        }
    }

    @Test
    void a_site_that_starts_on_a_full_disk_says_so_and_works_once_there_is_room() throws Exception {
        try (Started site = site(FILL)) {
            int port = site.port();
            Reader learner = new Reader(port);
            assertThat(learner.get("/readyz").body()).isEqualTo("unready");
            assertThat(learner.get("/try").body()).contains("いまは、練習の記録を読み書きできません。");

            Files.delete(disk(site).resolve("fill"));
            awaitReady(port, "ready");
            learner.get("/try");
            assertThat(learner.pressAndSee("receive")).contains("data-outcome=\"received\"");

            site.terminate();
            assertThat(site.exitCode()).isZero();
            assertThat(site.written())
                    .hasSize(5)
                    .anyMatch(line -> line.endsWith("now: there is no room left in " + folder))
                    .anyMatch(line -> line.endsWith("Worlds are kept again"));
        }
    }

    @Test
    void a_disk_that_fills_refuses_presses_until_there_is_room() throws Exception {
        try (Started site = site("")) {
            int port = site.port();
            Reader learner = new Reader(port);
            learner.get("/try");
            String before = learner.pressAndSee("receive");
            try (Started filled = Started.program(
                    Map.of(), List.of("dd", "if=/dev/zero", "of=" + disk(site).resolve("fill"), "bs=1k"))) {
                assertThat(filled.exitCode()).isOne();
            }
            String refused = learner.pressAndSee("send");
            while (!refused.contains(NOT_KEPT)) { // There was room for one more.
                before = refused;
                refused = learner.pressAndSee("send");
            }
            awaitReady(port, "unready");
            assertThat(learner.get("/try").body()).isEqualTo(before);

            Files.delete(disk(site).resolve("fill"));
            awaitReady(port, "ready");
            assertThat(learner.pressAndSee("send"))
                    .contains("data-outcome=\"sent\"")
                    .doesNotContain(NOT_KEPT);
        }
    }

    @Test
    void where_the_driver_cannot_be_unpacked_it_is_refused_with_one_line() throws Exception {
        try (Started site = site("mount -o remount,noexec \"$1\" && ")) {
            assertThat(site.exitCode()).isEqualTo(2);
            assertThat(site.written())
                    .singleElement()
                    .asString()
                    .isEqualTo(
                            "popbeforesmtp: worlds cannot be kept: SQLite's native part cannot be unpacked or used in "
                                    + folder.resolve("native"));
        }
    }
}
