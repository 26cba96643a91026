package popbeforesmtp.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.sandbox.journal.Journal;
import popbeforesmtp.sandbox.journal.JournalEntry;
import popbeforesmtp.sandbox.journal.JournalStore;
import popbeforesmtp.sandbox.journal.SeatRecord;
import popbeforesmtp.sandbox.journal.StoredWorld;

/** The rows of one world, inside one transaction. */
final class WorldRows {

    private static final Logger LOG = LoggerFactory.getLogger(WorldRows.class);

    private final Statements sql;
    private final byte[] world;

    /** @param world its hashed key */
    WorldRows(Statements sql, byte[] world) {
        this.sql = sql;
        this.world = world;
    }

    /** The row of a world itself. */
    @SuppressWarnings("ArrayRecordComponent") // Two columns, read once.
    private record Head(
            long revision, int generation, @Nullable Integer backLength, String[] texts, int form) {

        static Head of(ResultSet row) throws SQLException {
            int length = row.getInt(3);
            @Nullable Integer backLength = row.wasNull() ? null : (Integer) length;
            String[] texts = {row.getString(4), row.getString(5)};
            return new Head(row.getLong(1), row.getInt(2), backLength, texts, row.getInt(6));
        }

        /** The journal that undoing leads back to, in a world of that journal. */
        Optional<Journal> back(Journal journal) {
            return backLength == null
                    ? Optional.ofNullable(texts[0]).flatMap(RecordText::journal)
                    : Optional.of(journal)
                            .filter(it -> it.length() >= backLength)
                            .map(it -> new Journal(it.entries().subList(0, backLength)));
        }

        Optional<Journal> former() {
            return Optional.ofNullable(texts[1]).flatMap(RecordText::journal);
        }
    }

    /**
     * All of it.
     *
     * @throws JournalStore.Unavailable if a newer program has written texts that this one could not read
     */
    Optional<StoredWorld> load() throws SQLException {
        List<Head> heads = sql.query(
                "SELECT revision, generation, back_length, back, former, form FROM world WHERE world = ?",
                Head::of,
                world);
        if (heads.isEmpty()) {
            return Optional.empty();
        }
        Head head = heads.get(0);
        if (head.form > RecordText.FORM) {
            String message = "a newer version of this program has kept a world";
            throw new JournalStore.Unavailable(message, new SQLException(message));
        }
        Journal journal = journal(head.generation);
        return Optional.of(
                new StoredWorld(head.revision, head.generation, journal, head.back(journal), head.former(), seats()));
    }

    private Journal journal(int generation) throws SQLException {
        List<Optional<JournalEntry>> entries = sql.query(
                "SELECT seat, press, digest FROM entry WHERE world = ? AND generation = ? ORDER BY number",
                row -> RecordText.entry(row.getInt(1), row.getString(2), row.getString(3)),
                world,
                generation);
        if (entries.stream().anyMatch(Optional::isEmpty)) {
            LOG.error("A journal of {} entries cannot be read", entries.size());
            return Journal.UNREADABLE;
        }
        return new Journal(entries.stream().map(Optional::orElseThrow).toList());
    }

    private Map<SeatId, SeatRecord> seats() throws SQLException {
        Map<SeatId, SeatRecord> seats = new HashMap<>();
        sql.query(
                "SELECT seat, step, act, progress FROM seat WHERE world = ?",
                row -> seats.put(
                        new SeatId(row.getInt(1)),
                        new SeatRecord(
                                RecordText.plain(row.getString(2)),
                                RecordText.plain(row.getString(3)),
                                RecordText.progress(row.getString(4)))),
                world);
        return seats;
    }

    /** Where it stands. */
    OptionalLong revision() throws SQLException {
        return sql.query("SELECT revision FROM world WHERE world = ?", row -> row.getLong(1), world).stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /**
     * Takes the next step of its life, if nobody was first: this decides every race.
     *
     * @param day of this use, counted from 1970
     */
    boolean move(StoredWorld before, StoredWorld next, long day) throws SQLException {
        Optional<Journal> back = next.back();
        boolean within = back.filter(next.journal()::startsWith).isPresent();
        @Nullable Integer backLength = within ? (Integer) back.orElseThrow().length() : null;
        @Nullable String text = within ? null : back.map(RecordText::of).orElse(null);
        if (before.revision() == StoredWorld.NEW.revision()) {
            return sql.update(
                            "INSERT INTO world (world, revision, generation, back_length, back, former, form, used)"
                                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                            world,
                            next.revision(),
                            next.generation(),
                            backLength,
                            text,
                            former(next),
                            RecordText.FORM,
                            day)
                    == 1;
        }
        boolean first = sql.update(
                        "UPDATE world SET revision = ?, generation = ?, back_length = ?, back = ?, form = ?, used = ?"
                                + " WHERE world = ? AND revision = ?",
                        next.revision(),
                        next.generation(),
                        backLength,
                        text,
                        RecordText.FORM,
                        day,
                        world,
                        before.revision())
                == 1;
        if (first && !next.former().equals(before.former())) {
            sql.update("UPDATE world SET former = ? WHERE world = ?", former(next), world);
        }
        return first;
    }

    private static @Nullable String former(StoredWorld next) {
        return next.former().map(RecordText::of).orElse(null);
    }

    /** Adds the entries of a journal from one of them on. */
    void add(StoredWorld next, int from) throws SQLException {
        List<JournalEntry> entries = next.journal().entries();
        sql.updateAll(
                "INSERT INTO entry (world, generation, number, seat, press, digest) VALUES (?, ?, ?, ?, ?, ?)",
                IntStream.range(from, entries.size())
                        .mapToObj(number -> new Object[] {
                            world,
                            next.generation(),
                            number,
                            entries.get(number).seat().number(),
                            RecordText.press(entries.get(number)),
                            entries.get(number).digest()
                        })
                        .toList());
    }

    /** Takes all entries away. */
    void clear() throws SQLException {
        sql.update("DELETE FROM entry WHERE world = ?", world);
    }

    /** Keeps what seats remember, as far as it has changed. */
    void remember(StoredWorld before, StoredWorld next) throws SQLException {
        for (Map.Entry<SeatId, SeatRecord> seat : next.seats().entrySet()) {
            if (!Objects.equals(before.seats().get(seat.getKey()), seat.getValue())) {
                remember(seat.getKey(), seat.getValue());
            }
        }
    }

    private void remember(SeatId seat, SeatRecord record) throws SQLException {
        sql.update(
                "INSERT INTO seat (world, seat, step, act, progress) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (world, seat) DO UPDATE"
                        + " SET step = excluded.step, act = excluded.act, progress = excluded.progress",
                world,
                seat.number(),
                RecordText.escaped(record.step()),
                RecordText.escaped(record.act()),
                RecordText.of(record.progress()));
    }

    /** Keeps nothing of it any more. */
    void forget() throws SQLException {
        sql.update("DELETE FROM world WHERE world = ?", world);
        clear();
        sql.update("DELETE FROM seat WHERE world = ?", world);
    }

    /** Keeps nothing of it any more if it was not used since a day. */
    boolean forgetUnused(long day) throws SQLException {
        boolean unused = sql.update("DELETE FROM world WHERE world = ? AND used < ?", world, day) == 1;
        if (unused) {
            forget();
        }
        return unused;
    }
}
