package popbeforesmtp.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/**
 * A file of SQLite. What was written is there after the process was killed; after a power cut the file is as it was at a
 * moment shortly before (WAL, {@code synchronous=NORMAL}). One connection, which everybody uses in turn: a write takes less
 * than a tenth of a millisecond.
 */
final class SqliteDatabase implements Database {

    static final String PREFIX = "jdbc:sqlite:";
    private static final String FILE = "worlds.db";

    /** How long to wait for another process that writes, in milliseconds. */
    private static final int BUSY_MILLIS = 5_000;

    private final String url;
    private final @Nullable Path folder;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Connection connection;
    private boolean closed;

    /** @param url {@code jdbc:sqlite:…}, with whatever settings the driver knows */
    SqliteDatabase(String url) {
        this.url = url;
        this.folder = null;
    }

    /** @param folder where the file is; made if it is missing */
    SqliteDatabase(Path folder) {
        this.url = PREFIX + folder.resolve(FILE);
        this.folder = folder;
    }

    @Override
    public <T> T read(Statements.Work<T> work) throws SQLException {
        return locked("BEGIN", work);
    }

    @Override
    public <T> T write(Statements.Work<T> work) throws SQLException {
        return locked("BEGIN IMMEDIATE", work);
    }

    private <T> T locked(String begin, Statements.Work<T> work) throws SQLException {
        lock.lock();
        try {
            return new Statements(connection()).transaction(begin, work);
        } finally {
            lock.unlock();
        }
    }

    private Connection connection() throws SQLException {
        if (closed) {
            throw new SQLException("it is closed");
        }
        Connection open = connection;
        if (open == null || open.isClosed()) {
            open = connect();
            connection = open;
        }
        return open;
    }

    private Connection connect() throws SQLException {
        if (folder != null) {
            DriverPlace.unpackIn(folder);
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setBusyTimeout(BUSY_MILLIS);
        return JDBC.createConnection(url, config.toProperties());
    }

    @Override
    public Dialect dialect() {
        return Dialect.SQLITE;
    }

    /** A disk that is full may have room later. */
    @Override
    public boolean isAway(SQLException e) {
        return e.getErrorCode() == SQLiteErrorCode.SQLITE_FULL.code;
    }

    @Override
    public Ear listen() throws SQLException {
        return new Poll(version());
    }

    /** A number that another one follows whenever somebody else has written. */
    private int version() throws SQLException {
        return read(
                sql -> sql.query("PRAGMA data_version", row -> row.getInt(1)).get(0));
    }

    /** Looks each second whether somebody else has written. */
    private final class Poll implements Ear {

        private int seen;

        Poll(int seen) {
            this.seen = seen;
        }

        @Override
        public List<String> hear() throws SQLException, InterruptedException {
            TimeUnit.SECONDS.sleep(1);
            int now = version();
            boolean moved = now != seen;
            seen = now;
            return moved ? List.of(ALL) : List.of();
        }

        @Override
        public void close() {}
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            // The file is whole either way.
        } finally {
            lock.unlock();
        }
    }
}
