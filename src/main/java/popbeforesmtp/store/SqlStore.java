package popbeforesmtp.store;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import popbeforesmtp.classroom.ClassStore;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.operation.Meter;
import popbeforesmtp.sandbox.journal.JournalStore;
import popbeforesmtp.sandbox.journal.StoredWorld;

/**
 * Worlds in a database. It is opened by its own thread, so that whoever starts need not wait; the first who needs it does. A
 * database that is away is tried again whenever somebody asks.
 */
final class SqlStore implements JournalStore {

    /** How many worlds go in one sweep's step. */
    private static final int SWEPT_AT_ONCE = 500;

    private static final long TRIED_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Database database;
    private final InstantSource clock;
    private final Duration keep;
    private final Meter meter;
    private final Outage outage = new Outage();
    private final Listening listening;
    private final byte[] trial = WorldKey.any();
    private volatile boolean up;
    private long triedAt;
    private boolean ready;

    /**
     * @param clock true time, for what is kept too long
     * @param keep how long a world is kept after its last use
     * @param meter hears of every write
     */
    SqlStore(Database database, InstantSource clock, Duration keep, Meter meter) {
        this.meter = meter;
        this.database = database;
        this.clock = clock;
        this.keep = keep;
        this.listening = new Listening(database);
        Thread opening = new Thread(this::warmUp, "store");
        opening.setDaemon(true);
        opening.start();
    }

    private void warmUp() {
        try {
            bringUp();
        } catch (SQLException | IOException | RuntimeException e) {
            // Whoever needs the store is told.
        }
    }

    private synchronized void bringUp() throws SQLException, Schema.Refused {
        if (!up) {
            Schema.bringUp(database);
            up = true;
        }
    }

    @Override
    public void open() throws IOException {
        try {
            bringUp();
        } catch (SQLException e) {
            if (!database.isAway(e)) {
                throw new IOException("worlds cannot be kept: " + Outage.line(e), e);
            }
            outage.began(e);
        }
    }

    /**
     * Something that is asked of the database.
     *
     * @param <T> the answer
     */
    private interface Question<T> {
        T ask() throws SQLException;
    }

    /** The classes in the same database. */
    ClassStore classes() {
        return new SqlClassStore(this);
    }

    <T> T read(Statements.Work<T> work) {
        return ask(() -> database.read(work));
    }

    private <T> T ask(Question<T> question) {
        try {
            if (!up) {
                bringUp();
            }
            return question.ask();
        } catch (SQLException e) {
            throw outage.began(e);
        } catch (Schema.Refused e) {
            throw new Unavailable(String.valueOf(e.getMessage()), e);
        }
    }

    <T> T write(Statements.Work<T> work) {
        Meter.Lap lap = meter.begin(Meter.Work.STORE_WRITE);
        try {
            T done = ask(() -> database.write(work));
            outage.over();
            return done;
        } finally {
            lap.end();
        }
    }

    @Override
    public Optional<StoredWorld> load(String key) {
        byte[] world = WorldKey.of(key);
        return ask(() -> database.read(sql -> new WorldRows(sql, world).load()));
    }

    @Override
    public OptionalLong revision(String key) {
        byte[] world = WorldKey.of(key);
        return ask(() -> database.read(sql -> new WorldRows(sql, world).revision()));
    }

    @Override
    public boolean append(String key, StoredWorld before, StoredWorld next, SeatId seat) {
        byte[] world = WorldKey.of(key);
        return told(world, write(sql -> {
            WorldRows rows = new WorldRows(sql, world);
            boolean first = rows.move(before, next, today());
            if (first) {
                rows.add(next, before.journal().length());
                rows.remember(before, next);
            }
            return first;
        }));
    }

    @Override
    public boolean replace(String key, StoredWorld before, StoredWorld next) {
        byte[] world = WorldKey.of(key);
        return told(world, write(sql -> {
            WorldRows rows = new WorldRows(sql, world);
            boolean first = rows.move(before, next, today());
            if (first) {
                rows.clear();
                rows.add(next, 0);
                rows.remember(before, next);
            }
            return first;
        }));
    }

    @Override
    public void forget(String key) {
        byte[] world = WorldKey.of(key);
        told(world, write(sql -> {
            new WorldRows(sql, world).forget();
            return true;
        }));
    }

    private boolean told(byte[] world, boolean moved) {
        if (moved) {
            listening.tell(HexFormat.of().formatHex(world));
        }
        return moved;
    }

    private long today() {
        return clock.instant().getEpochSecond() / TimeUnit.DAYS.toSeconds(1);
    }

    /** In small steps, between which others write. */
    @Override
    public int sweep() {
        long day = today() - keep.toDays();
        int gone = 0;
        List<byte[]> unused;
        do {
            unused = ask(() -> database.read(sql -> sql.query(
                    "SELECT world FROM world WHERE used < ? LIMIT " + SWEPT_AT_ONCE, row -> row.getBytes(1), day)));
            List<byte[]> step = unused;
            gone += write(sql -> {
                int went = 0;
                for (byte[] world : step) {
                    went += new WorldRows(sql, world).forgetUnused(day) ? 1 : 0;
                }
                return went;
            });
        } while (unused.size() == SWEPT_AT_ONCE);
        return gone;
    }

    /** Others may write here too: a second process that is just starting, or another machine. */
    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public boolean isLasting() {
        return true;
    }

    /** Keeps a world that nobody has, and forgets it: a disk that is full is found so, too. */
    @Override
    public boolean isReady() {
        synchronized (trial) {
            long now = System.nanoTime();
            if (triedAt == 0 || now - triedAt > TRIED_NANOS) {
                ready = canWrite();
                triedAt = System.nanoTime();
            }
            return ready;
        }
    }

    private boolean canWrite() {
        try {
            return write(sql -> {
                WorldRows rows = new WorldRows(sql, trial);
                boolean first = rows.move(StoredWorld.NEW, StoredWorld.NEW.revised(1), today());
                rows.forget();
                return first;
            });
        } catch (Unavailable e) {
            return false;
        }
    }

    @Override
    public Watch watch(String key, Runnable moved) {
        return listening.add(HexFormat.of().formatHex(WorldKey.of(key)), moved);
    }

    @Override
    public void close() {
        listening.close();
        database.close();
    }
}
