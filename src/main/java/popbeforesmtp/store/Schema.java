package popbeforesmtp.store;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/**
 * The tables, and how they came to be as they are: a store of an older version is carried over step by step, in one
 * transaction; one of a newer version is left alone.
 */
final class Schema {

    /**
     * A step a version. A step that was ever released is never changed; a change is a further step.
     *
     * <p>{@code world}: its hashed key, the number of its latest revision, how often it began anew, the length of the journal
     * that undoing leads back to if that is the beginning of this one, else that journal as text, the form of the texts, and
     * the day of its last use (days since 1970). {@code entry}: a press a row, in the codec's words. {@code seat}: what a seat
     * remembers. {@code classroom}: a class as text, and when somebody pressed last in it (milliseconds since 1970).
     */
    private static final List<List<String>> STEPS = List.of(
            List.of("""
                    CREATE TABLE world (world BYTES NOT NULL PRIMARY KEY, revision BIGINT NOT NULL,
                        generation INTEGER NOT NULL, back_length INTEGER, back TEXT, form INTEGER NOT NULL,
                        used INTEGER NOT NULL) TABLE_END
                    """, "CREATE INDEX world_used ON world (used)", """
                    CREATE TABLE entry (world BYTES NOT NULL, generation INTEGER NOT NULL, number INTEGER NOT NULL,
                        seat INTEGER NOT NULL, press TEXT NOT NULL, digest TEXT NOT NULL,
                        PRIMARY KEY (world, generation, number)) TABLE_END
                    """, """
                    CREATE TABLE seat (world BYTES NOT NULL, seat INTEGER NOT NULL, step TEXT NOT NULL,
                        act TEXT NOT NULL, progress TEXT NOT NULL, PRIMARY KEY (world, seat)) TABLE_END
                    """),
            List.of("ALTER TABLE world ADD COLUMN former TEXT"),
            List.of("""
                    CREATE TABLE classroom (code VARCHAR(6) NOT NULL PRIMARY KEY, revision BIGINT NOT NULL,
                        used BIGINT NOT NULL, state TEXT NOT NULL) TABLE_END
                    """));

    private static final String TABLE = "store_version";

    /** The version that this program writes. */
    static final int VERSION = STEPS.size();

    private Schema() {}

    /** The store cannot be used by this program. The message is one line. */
    static final class Refused extends IOException {

        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    /**
     * Makes the tables what this program needs; writes nothing if they are.
     *
     * @throws Refused if a newer program has written here
     */
    static void bringUp(Database database) throws SQLException, Refused {
        Dialect dialect = database.dialect();
        int version = database.read(sql -> version(sql, dialect));
        if (version < VERSION) {
            version = database.write(sql -> carryOver(sql, dialect, VERSION));
        }
        if (version > VERSION) {
            throw new Refused("worlds are kept there by a newer version of this program (form " + version
                    + "; this one writes form " + VERSION + ")");
        }
    }

    /** The version of the tables; 0 if there are none. To ask for a table that is not there would spoil the transaction. */
    private static int version(Statements sql, Dialect dialect) throws SQLException {
        boolean isThere =
                !sql.query(dialect.tables(), row -> row.getInt(1), TABLE).isEmpty();
        return isThere
                ? sql.query("SELECT MAX(version) FROM " + TABLE, row -> row.getInt(1))
                        .get(0)
                : 0;
    }

    /**
     * Carries the tables over, unless another process just did.
     *
     * @return the version that they then are
     */
    static int carryOver(Statements sql, Dialect dialect, int to) throws SQLException {
        sql.run(dialect.alone());
        sql.run("CREATE TABLE IF NOT EXISTS " + TABLE + " (version INTEGER NOT NULL PRIMARY KEY)");
        int version = version(sql, dialect);
        for (int next = version + 1; next <= to; next++) {
            for (String statement : STEPS.get(next - 1)) {
                sql.run(dialect.define(statement));
            }
            if (next == 1) {
                for (String extra : dialect.extras()) {
                    sql.run(extra);
                }
            }
            sql.update("INSERT INTO " + TABLE + " (version) VALUES (?)", next);
        }
        return Math.max(version, to);
    }
}
