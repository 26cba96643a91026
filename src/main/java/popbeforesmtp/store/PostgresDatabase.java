package popbeforesmtp.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL, which many processes may share. While it is away, whoever asks is told at once: nobody's thread waits for it
 * but one a second.
 */
final class PostgresDatabase implements Database {

    static final String PREFIX = "jdbc:postgresql:";
    private static final String CHANNEL = "world";

    /** Each is a process of the database's machine; a press needs one for less than a millisecond. */
    private static final int CONNECTIONS = 8;

    private static final int CONNECT_SECONDS = 2;
    private static final int ANSWER_SECONDS = 10;
    private static final long AWAY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final PGSimpleDataSource source = new PGSimpleDataSource();
    private volatile @Nullable HikariDataSource pool;
    private boolean closed;
    private volatile long triedAt;
    private volatile @Nullable SQLException away;

    /**
     * @param url {@code jdbc:postgresql://…}, which may hold a password
     * @throws IllegalArgumentException if it is none
     */
    PostgresDatabase(String url) {
        source.setUrl(url);
        source.setApplicationName("popbeforesmtp");
        source.setReWriteBatchedInserts(true);
        source.setTcpKeepAlive(true);
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setLoginTimeout(CONNECT_SECONDS);
        source.setSocketTimeout(ANSWER_SECONDS);
        source.setLogServerErrorDetail(false);
    }

    @Override
    public <T> T read(Statements.Work<T> work) throws SQLException {
        return with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", work);
    }

    @Override
    public <T> T write(Statements.Work<T> work) throws SQLException {
        return with("BEGIN", work);
    }

    private <T> T with(String begin, Statements.Work<T> work) throws SQLException {
        try (Connection connection = connection()) {
            return new Statements(connection).transaction(begin, work);
        }
    }

    private Connection connection() throws SQLException {
        try {
            Connection connection = pool().getConnection();
            away = null;
            return connection;
        } catch (SQLException e) {
            if (!(e instanceof StillAway)) {
                away = e;
                triedAt = System.nanoTime();
            }
            throw e;
        }
    }

    /** It was away a moment ago, and nobody has tried since. */
    private static final class StillAway extends SQLTransientConnectionException {

        private static final long serialVersionUID = 1L;

        StillAway(SQLException known) {
            super(known.getMessage(), known.getSQLState(), known);
        }
    }

    /** The pool, made once the database has answered: what is wrong with the address is then told plainly. */
    private HikariDataSource pool() throws SQLException {
        refuseIfAway();
        HikariDataSource open = pool;
        return open == null ? makePool() : open;
    }

    private void refuseIfAway() throws SQLException {
        SQLException known = away;
        if (known != null && System.nanoTime() - triedAt < AWAY_NANOS) {
            throw new StillAway(known);
        }
    }

    private synchronized HikariDataSource makePool() throws SQLException {
        refuseIfAway();
        if (closed) {
            throw new SQLException("it is closed");
        }
        HikariDataSource open = pool;
        if (open == null) {
            try {
                source.getConnection().close();
            } catch (SQLException e) {
                away = e;
                triedAt = System.nanoTime();
                throw e;
            }
            HikariConfig config = new HikariConfig();
            config.setDataSource(source);
            config.setPoolName("worlds");
            config.setMaximumPoolSize(CONNECTIONS);
            config.setMinimumIdle(1);
            config.setConnectionTimeout(TimeUnit.SECONDS.toMillis(CONNECT_SECONDS));
            config.setInitializationFailTimeout(-1);
            open = new HikariDataSource(config);
            pool = open;
        }
        return open;
    }

    @Override
    public Dialect dialect() {
        return Dialect.POSTGRES;
    }

    /** No way to it, or it is just starting, stopping, or short of something. */
    @Override
    public boolean isAway(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        return state.startsWith("08") || state.startsWith("57P") || state.startsWith("53");
    }

    @Override
    public Ear listen() throws SQLException {
        Connection connection = source.getConnection();
        try {
            new Statements(connection).run("LISTEN " + CHANNEL);
            return new Notified(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Waits for what the database tells. */
    private record Notified(Connection connection) implements Ear {

        @Override
        public List<String> hear() throws SQLException {
            PGNotification[] told =
                    connection.unwrap(PGConnection.class).getNotifications((int) TimeUnit.SECONDS.toMillis(1));
            return Arrays.stream(told).map(PGNotification::getParameter).toList();
        }

        @Override
        public void close() {
            try {
                connection.close();
            } catch (SQLException e) {
                // It was broken already.
            }
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        HikariDataSource open = pool;
        pool = null;
        if (open != null) {
            open.close();
        }
    }
}
