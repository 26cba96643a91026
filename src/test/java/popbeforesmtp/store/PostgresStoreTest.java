package popbeforesmtp.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import popbeforesmtp.operation.Meter;
import popbeforesmtp.sandbox.journal.JournalStore;

class PostgresStoreTest extends LastingStoreContract {

    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    private final String url = POSTGRES.database();

    @Override
    JournalStore another() {
        return Stores.of(StoreOptions.in(url), clock, Meter.NONE);
    }

    @Override
    Database database() {
        return new PostgresDatabase(url);
    }
}
