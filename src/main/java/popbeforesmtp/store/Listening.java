package popbeforesmtp.store;

import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.sandbox.journal.JournalStore.Watch;
import popbeforesmtp.sandbox.journal.Watchers;

/**
 * Tells those who watch worlds what moves in them: at once what this process writes, and by a thread of its own, which runs
 * from the first watcher on, what others write.
 */
final class Listening {

    private final Database database;
    private final Watchers watchers = new Watchers();
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable Thread thread;

    Listening(Database database) {
        this.database = database;
    }

    /** @param world its hashed key in hexadecimal digits */
    Watch add(String world, Runnable moved) {
        Watch watch = watchers.add(world, moved);
        begin();
        return watch;
    }

    private synchronized void begin() {
        if (thread == null && closed.getCount() > 0) {
            thread = new Thread(this::listen, "store listens");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** This process has written. */
    void tell(String world) {
        watchers.tell(world);
    }

    private void listen() {
        try {
            do {
                listenOnce();
            } while (!closed.await(1, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            // It is closed.
        }
    }

    private void listenOnce() throws InterruptedException {
        try (Database.Ear ear = database.listen()) {
            watchers.tellAll(); // Nobody listened until now.
            while (closed.getCount() > 0) {
                for (String world : ear.hear()) {
                    if (world.equals(Database.Ear.ALL)) {
                        watchers.tellAll();
                    } else {
                        watchers.tell(world);
                    }
                }
            }
        } catch (SQLException e) {
            // The database is away; whoever reads or writes tells that in the log.
        }
    }

    synchronized void close() {
        closed.countDown();
        if (thread != null) {
            thread.interrupt();
        }
    }
}
