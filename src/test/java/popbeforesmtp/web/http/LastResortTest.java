package popbeforesmtp.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import popbeforesmtp.Printed;
import popbeforesmtp.eventlog.FaultLog;

class LastResortTest {

    private final List<Integer> ended = new ArrayList<>();
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private final LastResort lastResort = new LastResort(ended::add, console, new FaultLog(InstantSource.system()));

    private String console() {
        return console.toString(StandardCharsets.UTF_8);
    }

    @Test
    void without_memory_it_ends_with_one_line() {
        lastResort.check(new CompletionException(new OutOfMemoryError()));
        assertThat(ended).containsExactly(LastResort.EXIT_CODE);
        assertThat(console())
                .startsWith("popbeforesmtp: there is no memory left")
                .hasLineCount(1);
    }

    @Test
    void when_nobody_accepts_connections_any_more_it_ends() {
        lastResort.died("whoever accepts connections");
        assertThat(ended).containsExactly(LastResort.EXIT_CODE);
        assertThat(console()).contains("whoever accepts connections died").hasLineCount(1);
    }

    @Test
    void anything_else_is_noted_and_a_scheduled_task_goes_on() throws Exception {
        assertThat(Printed.during(() -> {
                    lastResort.check(null);
                    lastResort.uncaughtException(Thread.currentThread(), new IllegalStateException());
                    Runnable task = lastResort.guard("a task", () -> {
                        throw new StackOverflowError();
                    });
                    task.run();
                    task.run();
                }))
                .contains("the thread ", "a task failed: StackOverflowError at LastResortTest.")
                .hasLineCount(2);
        assertThat(ended).isEmpty();
    }

    /** Fills its memory, in a thread of which nobody is waiting for anything. */
    static final class Hoarder {
        private Hoarder() {}

        public static void main(String[] arguments) throws InterruptedException {
            Thread.setDefaultUncaughtExceptionHandler(LastResort.ofThisProcess());
            Thread hoarder = new Thread(() -> {
                List<byte[]> hoard = new ArrayList<>();
                while (!hoard.contains(null)) {
                    hoard.add(new byte[1 << 20]);
                }
            });
            hoarder.start();
            hoarder.join();
            System.out.println("still here");
        }
    }

    @Test
    void a_process_whose_memory_is_full_is_gone_and_not_a_ghost() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java,
                        "-Xmx24m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Hoarder.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(LastResort.EXIT_CODE);
        assertThat(said).isEqualTo("popbeforesmtp: there is no memory left; it ends, to be started again\n");
    }
}
