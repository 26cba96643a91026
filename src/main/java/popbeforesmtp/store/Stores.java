package popbeforesmtp.store;

import java.time.InstantSource;
import java.util.Optional;
import popbeforesmtp.classroom.ClassStore;
import popbeforesmtp.classroom.MemoryClassStore;
import popbeforesmtp.operation.Meter;
import popbeforesmtp.sandbox.journal.JournalStore;
import popbeforesmtp.sandbox.journal.MemoryStore;

/** The places where worlds can be kept. */
public final class Stores {

    private Stores() {}

    /**
     * The store that the options name. It opens while others do other things; {@link JournalStore#open} waits for it.
     *
     * @param clock true time, for what is kept too long
     * @param meter hears of every write
     * @throws IllegalArgumentException if the address of the database is none
     */
    public static JournalStore of(StoreOptions options, InstantSource clock, Meter meter) {
        Optional<Database> database = options.folder()
                .map(folder -> (Database) new SqliteDatabase(folder))
                .or(() -> options.database().map(Stores::database));
        return database.map(there -> (JournalStore) new SqlStore(there, clock, options.keep(), meter))
                .orElseGet(MemoryStore::new);
    }

    /** Where the classes are kept whose worlds are kept there. */
    public static ClassStore classes(JournalStore worlds) {
        return worlds instanceof SqlStore sql ? sql.classes() : new MemoryClassStore();
    }

    private static Database database(String url) {
        if (url.startsWith(PostgresDatabase.PREFIX)) {
            return new PostgresDatabase(url);
        }
        if (url.startsWith(SqliteDatabase.PREFIX)) {
            return new SqliteDatabase(url);
        }
        throw new IllegalArgumentException("a database begins with " + PostgresDatabase.PREFIX);
    }
}
