package popbeforesmtp.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SQL on one connection. One thread at a time. */
final class Statements {

    private final Connection connection;

    Statements(Connection connection) {
        this.connection = connection;
    }

    /**
     * Makes a value of a row.
     *
     * @param <T> the kind of value
     */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /**
     * Something to be done inside a transaction.
     *
     * @param <T> what it leads to
     */
    @FunctionalInterface
    interface Work<T> {
        T with(Statements sql) throws SQLException;
    }

    /** Runs a statement without values and without an answer. */
    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Changes rows, and tells how many. */
    int update(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(sql, values)) {
            return statement.executeUpdate();
        }
    }

    /** The same statement for many rows of values. */
    void updateAll(String sql, List<Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Object[] row : rows) {
                fill(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** What the rows say, in their order. */
    <T> List<T> query(String sql, Row<T> reader, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> read = new ArrayList<>();
            while (rows.next()) {
                read.add(reader.read(rows));
            }
            return read;
        }
    }

    private PreparedStatement prepared(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            fill(statement, values);
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private static void fill(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    /**
     * Does something between the beginning and the end of a transaction; nothing of it counts if it throws.
     *
     * @param begin the words of the database
     */
    <T> T transaction(String begin, Work<T> work) throws SQLException {
        run(begin);
        boolean done = false;
        try {
            T result = work.with(this);
            run("COMMIT");
            done = true;
            return result;
        } finally {
            if (!done) {
                rollBack();
            }
        }
    }

    /** If even that goes wrong, the connection is of no use any more; its owner finds that out at the next attempt. */
    private void rollBack() throws SQLException {
        try {
            run("ROLLBACK");
        } catch (SQLException e) {
            connection.close();
        }
    }
}
