package popbeforesmtp.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import popbeforesmtp.operation.Meter;
import popbeforesmtp.sandbox.journal.JournalStore;

class SqliteStoreTest extends LastingStoreContract {

    @TempDir
    Path folder;

    @Override
    JournalStore another() {
        return Stores.of(StoreOptions.in(folder), clock, Meter.NONE);
    }

    @Override
    Database database() {
        return new SqliteDatabase(folder);
    }
}
