package popbeforesmtp.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A real PostgreSQL on loopback, started once for all tests that register one; each takes databases of its own. */
public final class Postgres implements BeforeAllCallback {

    private Running running;

    /** The one that runs. */
    private record Running(EmbeddedPostgres server, AtomicInteger databases) implements AutoCloseable {

        static Running start() {
            try {
                return new Running(EmbeddedPostgres.builder().start(), new AtomicInteger());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        running = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(Postgres.class))
                .computeIfAbsent(Running.class, type -> Running.start(), Running.class);
    }

    /** The address of an empty database that nobody else uses. */
    public String database() {
        String name = "t" + running.databases.incrementAndGet();
        try (Connection connection = running.server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return running.server.getJdbcUrl("postgres", name);
    }
}
