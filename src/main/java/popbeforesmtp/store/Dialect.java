package popbeforesmtp.store;

import java.util.List;

/**
 * Where the SQL of two databases differs; all else is the same.
 *
 * @param bytes the type of octets, for {@code BYTES} in a definition
 * @param tableEnd what stands behind a definition of a table, for {@code TABLE_END}
 * @param tables asks whether there is a table of a name: a row if so
 * @param alone lets one transaction at a time through
 * @param extras what is defined beside the tables
 */
record Dialect(String bytes, String tableEnd, String tables, String alone, List<String> extras) {

    static final Dialect SQLITE = new Dialect(
            "BLOB",
            "WITHOUT ROWID",
            "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?",
            "SELECT 1",
            List.of());

    /** Tells every process of every world that moves. */
    static final Dialect POSTGRES = new Dialect(
            "BYTEA",
            "",
            "SELECT 1 WHERE to_regclass(?) IS NOT NULL",
            "SELECT pg_advisory_xact_lock(1939)",
            List.of("""
                    CREATE OR REPLACE FUNCTION world_moved() RETURNS trigger LANGUAGE plpgsql AS $$
                    BEGIN
                        PERFORM pg_notify('world', encode(COALESCE(NEW.world, OLD.world), 'hex'));
                        RETURN NULL;
                    END $$
                    """, """
                    CREATE TRIGGER world_moved AFTER INSERT OR UPDATE OR DELETE ON world
                    FOR EACH ROW EXECUTE FUNCTION world_moved()
                    """));

    /** A definition in the words of this database. */
    String define(String sql) {
        return sql.replace("BYTES", bytes).replace("TABLE_END", tableEnd);
    }
}
