package popbeforesmtp.web.http;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.eventlog.FaultLog;

/**
 * Ends the process when nothing in it can be relied upon any more: no memory is left, or a thread has died that all
 * connections depend on. A site that is up and answers nobody is worse than one that its supervisor starts again. Says one
 * line, and needs no memory for it. Safe for any number of threads.
 */
public final class LastResort implements Thread.UncaughtExceptionHandler {

    /** The one that a JVM has which ends itself for want of memory. */
    public static final int EXIT_CODE = 3;

    /** How deep the cause of a failure is looked for. */
    private static final int DEPTH = 10;

    private static final byte[] NO_MEMORY = "popbeforesmtp: there is no memory left; it ends, to be started again\n"
            .getBytes(StandardCharsets.US_ASCII);

    private final IntConsumer end;
    private final OutputStream console;
    private final FaultLog faults;

    /**
     * @param end ends the process at once, with an exit code
     * @param console where the line goes
     * @param faults hears of what other threads died of
     */
    public LastResort(IntConsumer end, OutputStream console, FaultLog faults) {
        this.end = end;
        this.console = console;
        this.faults = faults;
    }

    /** The one that ends this process. */
    public static LastResort ofThisProcess() {
        return new LastResort(
                Runtime.getRuntime()::halt,
                new FileOutputStream(FileDescriptor.err),
                new FaultLog(InstantSource.system()));
    }

    /** Does nothing unless the failure, or what caused it, means that there is no memory left. */
    public void check(@Nullable Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; i < DEPTH && cause != null; i++) {
            if (cause instanceof OutOfMemoryError) {
                end(NO_MEMORY);
                return;
            }
            cause = cause.getCause();
        }
    }

    /** Somebody has died whom nobody can do without. */
    public void died(String who) {
        end(("popbeforesmtp: " + who + " died; it ends, to be started again\n").getBytes(StandardCharsets.UTF_8));
    }

    private void end(byte[] line) {
        try {
            console.write(line);
            console.flush();
        } catch (IOException e) {
            // Then it ends without a word.
        } finally {
            end.accept(EXIT_CODE);
        }
    }

    /**
     * Takes whatever went wrong: it is written down, once a kind and minute, if it is not the end.
     *
     * @param what what went wrong, words of ours only
     */
    public void note(String what, Throwable failure) {
        check(failure);
        faults.tell(what, failure);
    }

    /** The same task, which takes note of a fault and comes to an end: a scheduled one goes on. */
    public Runnable guard(String what, Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                note(what, e);
            }
        };
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        note("the thread " + thread.getName(), failure);
    }
}
