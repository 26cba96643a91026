package popbeforesmtp.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import popbeforesmtp.classroom.ClassStore;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.sandbox.journal.Journal;
import popbeforesmtp.sandbox.journal.JournalEntry;
import popbeforesmtp.sandbox.journal.JournalStore;
import popbeforesmtp.sandbox.journal.Progress;
import popbeforesmtp.sandbox.journal.SeatRecord;
import popbeforesmtp.sandbox.journal.StoredWorld;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.SetUp;

/** What a store must do besides that outlives its process. */
abstract class LastingStoreContract extends JournalStoreContract {

    private static final String KEY = "kept for long";

    /** Another way to the same place, to see what is in it. */
    abstract Database database();

    private <T> List<T> column(String sql, Statements.Row<T> reader) throws SQLException {
        try (Database database = database()) {
            return database.read(all -> all.query(sql, reader));
        }
    }

    private int count(String table) throws SQLException {
        return column("SELECT COUNT(*) FROM " + table, row -> row.getInt(1)).get(0);
    }

    private int change(String sql, Object... values) throws SQLException {
        try (Database database = database()) {
            return database.write(all -> all.update(sql, values));
        }
    }

    private static StoredWorld begun() {
        return StoredWorld.NEW
                .begun(Journal.begin(SeatId.FIRST, SetUp.FREE), Journal.EMPTY)
                .revised(1);
    }

    @Test
    void it_is_there_after_the_process_has_ended() throws Exception {
        JournalStore before = store();
        assertThat(before.replace(KEY, StoredWorld.NEW, begun())).isTrue();
        before.close();

        assertThatThrownBy(() -> before.load(KEY)).isInstanceOf(JournalStore.Unavailable.class);
        assertThat(store().load(KEY)).contains(begun());
    }

    @Test
    void only_a_hash_of_the_secret_is_kept() throws Exception {
        assertThat(store().replace(KEY, StoredWorld.NEW, begun())).isTrue();
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(KEY.getBytes(StandardCharsets.UTF_8));
        for (String table : List.of("world", "entry")) {
            List<byte[]> keys = column("SELECT world FROM " + table, row -> row.getBytes(1));
            assertThat(keys).containsExactly(hash);
        }
    }

    @Test
    void what_nobody_used_for_so_long_goes() throws Exception {
        JournalStore store = store();
        int many = 1_100;
        for (int i = 0; i < many; i++) {
            assertThat(store.replace("old " + i, StoredWorld.NEW, begun())).isTrue();
        }
        clock.turn(Duration.ofDays(20));
        assertThat(store.replace(KEY, StoredWorld.NEW, begun())).isTrue();
        StoredWorld used =
                begun().with(SeatId.FIRST, SeatRecord.NEW.done("0.1", "undo")).revised(2);
        assertThat(store.append("old 7", begun(), used, SeatId.FIRST)).isTrue();
        clock.turn(Duration.ofDays(10));
        assertThat(store.sweep()).isZero();
        clock.turn(Duration.ofDays(1));

        assertThat(store.sweep()).isEqualTo(many - 1);

        assertThat(store.load("old 6")).isEmpty();
        assertThat(store.load("old 7")).contains(used);
        assertThat(store.load(KEY)).contains(begun());
        assertThat(count("world")).isEqualTo(2);
        assertThat(count("entry")).isEqualTo(2);
        assertThat(count("seat")).isEqualTo(1);
    }

    @Test
    void a_store_of_the_first_version_is_carried_over() throws Exception {
        byte[] world = WorldKey.of(KEY);
        try (Database database = database()) {
            int version = database.write(sql -> Schema.carryOver(sql, database.dialect(), 1));
            assertThat(version).isEqualTo(1);
        }
        change(
                "INSERT INTO world (world, revision, generation, back_length, back, form, used)"
                        + " VALUES (?, 5, 2, 1, NULL, 1, 20000)",
                world);
        change("INSERT INTO entry VALUES (?, 2, 0, 1, 'begin:free', '01')", world);
        change("INSERT INTO entry VALUES (?, 2, 1, 1, 'receive', '02')", world);
        change("INSERT INTO seat VALUES (?, 1, '2.0', 'free receive', 'quiz.1\ta')", world);

        JournalStore store = store();

        Journal back = new Journal(List.of(new JournalEntry(SeatId.FIRST, new Press.Begin(SetUp.FREE), "01")));
        StoredWorld before = new StoredWorld(
                5,
                2,
                back.with(new JournalEntry(SeatId.FIRST, new Press.Receive(), "02")),
                Optional.of(back),
                Optional.empty(),
                Map.of(SeatId.FIRST, new SeatRecord("2.0", "free receive", Progress.NONE.with("quiz.1", "a"))));
        assertThat(store.load(KEY)).contains(before);
        StoredWorld next = before.begun(back, before.journal()).revised(6);
        assertThat(store.replace(KEY, before, next)).isTrue();
        StoredWorld pressed = next.pressed(JournalEntry.unplayed(SeatId.FIRST, new Press.Send()))
                .revised(7);
        assertThat(store.append(KEY, next, pressed, SeatId.FIRST)).isTrue();
        assertThat(store().load(KEY)).contains(pressed);
        assertThat(pressed.former()).isPresent();
    }

    @Test
    void a_store_of_a_newer_version_is_refused_with_one_line_and_left_alone() throws Exception {
        store().close();
        change("INSERT INTO store_version (version) VALUES (?)", 1_000);
        assertThatThrownBy(this::store)
                .isInstanceOf(IOException.class)
                .hasMessage("worlds are kept there by a newer version of this program (form 1000; this one writes form "
                        + Schema.VERSION + ")");
        JournalStore refused = another();
        assertThatThrownBy(() -> refused.load(KEY)).isInstanceOf(JournalStore.Unavailable.class);
        assertThat(refused.isReady()).isFalse();
        refused.close();
    }

    @Test
    void a_world_that_a_newer_version_has_written_is_left_to_it() throws Exception {
        JournalStore store = store();
        assertThat(store.replace(KEY, StoredWorld.NEW, begun())).isTrue();
        change("UPDATE world SET form = 99");
        assertThatThrownBy(() -> store.load(KEY))
                .isInstanceOf(JournalStore.Unavailable.class)
                .hasMessage("a newer version of this program has kept a world");
    }

    @Test
    void a_journal_that_cannot_be_read_is_told_apart() throws Exception {
        JournalStore store = store();
        assertThat(store.replace(KEY, StoredWorld.NEW, begun())).isTrue();
        change("UPDATE entry SET press = 'fly'");
        StoredWorld unreadable = store.load(KEY).orElseThrow();
        assertThat(unreadable.journal()).isEqualTo(Journal.UNREADABLE);
        StoredWorld afresh = unreadable
                .begun(Journal.begin(SeatId.FIRST, SetUp.FREE), Journal.EMPTY)
                .revised(2);
        assertThat(store.replace(KEY, unreadable, afresh)).isTrue();
        assertThat(store.load(KEY)).contains(afresh);
    }

    @Test
    void two_that_open_a_new_place_at_once_both_can() throws Exception {
        List<JournalStore> both = List.of(another(), another());
        for (JournalStore store : both) {
            store.open();
        }
        assertThat(both.get(0).replace(KEY, StoredWorld.NEW, begun())).isTrue();
        assertThat(both.get(1).load(KEY)).contains(begun());
        both.forEach(JournalStore::close);
    }

    @Test
    void a_class_is_kept_once_found_by_everybody_and_forgotten() throws Exception {
        JournalStore store = store();
        ClassStore classes = Stores.classes(store);
        ClassStore elsewhere = Stores.classes(store());
        assertThat(classes.load("123456")).isEmpty();
        assertThat(classes.revision("123456")).isZero();
        assertThat(classes.save("123456", 0, "seat\t1\n", clock.instant())).isTrue();
        assertThat(elsewhere.save("123456", 0, "seat\t2\n", clock.instant())).isFalse();
        assertThat(elsewhere.save("123456", 1, "席\t2\n", clock.instant())).isTrue();
        assertThat(classes.save("123456", 1, "seat\t3\n", clock.instant())).isFalse();
        assertThat(classes.load("123456")).contains(new ClassStore.Kept(2, "席\t2\n"));
        assertThat(classes.save("654321", 0, "", clock.instant().plusSeconds(1)))
                .isTrue();
        assertThat(elsewhere.codes()).containsExactly("654321", "123456");
        classes.forget("123456");
        assertThat(elsewhere.load("123456")).isEmpty();
    }
}
