package popbeforesmtp.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import popbeforesmtp.classroom.ClassStore;

/** Classes in a database, each as one row. */
final class SqlClassStore implements ClassStore {

    private final SqlStore store;

    SqlClassStore(SqlStore store) {
        this.store = store;
    }

    @Override
    public Optional<Kept> load(String code) {
        return store
                .read(sql -> sql.query(
                        "SELECT revision, state FROM classroom WHERE code = ?",
                        row -> new Kept(row.getLong(1), row.getString(2)),
                        code))
                .stream()
                .findFirst();
    }

    @Override
    public boolean save(String code, long before, String text, Instant used) {
        return store.write(sql -> before == 0
                        ? sql.update(
                                "INSERT INTO classroom (code, revision, used, state) VALUES (?, 1, ?, ?) "
                                        + "ON CONFLICT (code) DO NOTHING",
                                code,
                                used.toEpochMilli(),
                                text)
                        : sql.update(
                                "UPDATE classroom SET revision = revision + 1, used = ?, state = ? "
                                        + "WHERE code = ? AND revision = ?",
                                used.toEpochMilli(),
                                text,
                                code,
                                before))
                == 1;
    }

    @Override
    public void forget(String code) {
        int unused = store.write(sql -> sql.update("DELETE FROM classroom WHERE code = ?", code));
    }

    @Override
    public List<String> codes() {
        return store.read(
                sql -> sql.query("SELECT code FROM classroom ORDER BY used DESC, code", row -> row.getString(1)));
    }

    @Override
    public long revision(String code) {
        return store
                .read(sql -> sql.query("SELECT revision FROM classroom WHERE code = ?", row -> row.getLong(1), code))
                .stream()
                .findFirst()
                .orElse(0L);
    }

    @Override
    public boolean isShared() {
        return true;
    }
}
