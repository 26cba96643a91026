package popbeforesmtp.store;

import popbeforesmtp.sandbox.journal.JournalStore;
import popbeforesmtp.sandbox.journal.MemoryStore;

class MemoryStoreTest extends JournalStoreContract {

    private final JournalStore only = new MemoryStore();

    @Override
    JournalStore another() {
        return only;
    }
}
