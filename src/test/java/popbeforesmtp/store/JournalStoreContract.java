package popbeforesmtp.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import popbeforesmtp.Practice;
import popbeforesmtp.TurnedClock;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.network.Place;
import popbeforesmtp.sandbox.Player;
import popbeforesmtp.sandbox.journal.Journal;
import popbeforesmtp.sandbox.journal.JournalEntry;
import popbeforesmtp.sandbox.journal.JournalStore;
import popbeforesmtp.sandbox.journal.Progress;
import popbeforesmtp.sandbox.journal.SeatRecord;
import popbeforesmtp.sandbox.journal.StoredWorld;
import popbeforesmtp.sandbox.press.LadderStep;
import popbeforesmtp.sandbox.press.Options;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.SetUp;
import popbeforesmtp.sandbox.press.Setting;
import popbeforesmtp.sandbox.run.Run;
import popbeforesmtp.sandbox.run.RunId;
import popbeforesmtp.sandbox.run.Runs;
import popbeforesmtp.sandbox.world.WorldView;
import popbeforesmtp.sandbox.world.Worlds;

/** What every store must do, whatever it keeps worlds in. */
abstract class JournalStoreContract {

    private static final String KEY = "a secret of 22 letters";
    private static final SeatId SECOND = new SeatId(2);
    private static final Press RECEIVE = new Press.Receive();

    final TurnedClock clock = new TurnedClock();
    private final List<JournalStore> opened = new ArrayList<>();

    /** One more process that uses the same place, or the same store again if there can be only one. */
    abstract JournalStore another() throws Exception;

    final JournalStore store() throws Exception {
        JournalStore store = another();
        store.open();
        opened.add(store);
        return store;
    }

    @AfterEach
    void close() {
        opened.forEach(JournalStore::close);
    }

    private static StoredWorld begun() {
        return StoredWorld.NEW
                .begun(Journal.begin(SeatId.FIRST, SetUp.FREE), Journal.EMPTY)
                .with(SeatId.FIRST, SeatRecord.NEW.done("0.0", "free begin"))
                .revised(1);
    }

    private static StoredWorld pressed(StoredWorld world, SeatId seat, Press press) {
        String digest = Integer.toHexString(world.journal().length());
        return world.pressed(new JournalEntry(seat, press, digest))
                .with(
                        seat,
                        world.seat(seat)
                                .done(world.generation() + "." + world.journal().length(), press.id()))
                .revised(world.revision() + 1);
    }

    @Test
    void a_run_that_was_kept_is_played_by_everybody_and_forgotten() throws Exception {
        try (Practice here = Practice.start(Worlds.Limits.usual(), store());
                Practice there = Practice.start(Worlds.Limits.usual(), store())) {
            Player player = new Player(here.worlds().make(KEY, "nobody"), SetUp.FREE);
            player.receive();
            WorldView seen = player.send();
            Runs kept = new Runs(here.worlds());
            RunId id = kept.keep(KEY, SeatId.FIRST, "nobody").orElseThrow();
            Run run = new Runs(there.worlds()).find(id).orElseThrow();
            assertThat(run.presses()).isEqualTo(2);
            assertThat(run.after(2).talk()).isEqualTo(seen.talk());
            assertThat(run.after(2).list()).isEqualTo(seen.list());
            kept.forget(id);
            assertThat(new Runs(here.worlds()).find(id)).isEmpty();
        }
    }

    @Test
    void what_was_kept_is_there() throws Exception {
        JournalStore store = store();
        assertThat(store.load(KEY)).isEmpty();
        assertThat(store.revision(KEY)).isEmpty();

        StoredWorld begun = begun();
        assertThat(store.replace(KEY, StoredWorld.NEW, begun)).isTrue();
        StoredWorld pressed = pressed(begun, SeatId.FIRST, RECEIVE);
        assertThat(store.append(KEY, begun, pressed, SeatId.FIRST)).isTrue();
        StoredWorld again = pressed(pressed, SECOND, new Press.Send());
        assertThat(store.append(KEY, pressed, again, SECOND)).isTrue();

        assertThat(store.load(KEY)).contains(again);
        assertThat(store.revision(KEY)).hasValue(3);
        assertThat(store.load(KEY + "?")).isEmpty();
        assertThat(store.isReady()).isTrue();
    }

    @Test
    void every_press_comes_back_to_the_letter() throws Exception {
        StoredWorld world = begun();
        for (Press press : presses()) {
            world = pressed(world, SeatId.FIRST, press);
        }
        world = world.with(
                SECOND, new SeatRecord("7.3", lines().get(2), Progress.NONE.with("a\tb\n\\", "\uD800=\u0000\uDC00")));
        JournalStore store = store();
        assertThat(store.replace(KEY, StoredWorld.NEW, world)).isTrue();

        assertThat(another().load(KEY)).contains(world);
    }

    /** A press of every kind, with everything that can be in it. */
    private static List<Press> presses() {
        List<Press> presses = new ArrayList<>(List.of(
                RECEIVE,
                new Press.Send(),
                new Press.SendReceive(),
                new Press.Dial(),
                new Press.HangUp(),
                new Press.NextCallerDials(),
                new Press.Close(),
                new Press.LineCut(),
                new Press.Begin(new SetUp("too-late", Place.HOME, Options.USUAL, SetUp.Mailbox.FULL, true, true))));
        for (Place place : Place.values()) {
            if (place != Place.NEXT_CALLER) {
                presses.add(new Press.MoveTo(place));
            }
        }
        for (Press.ClockMove move : Press.ClockMove.values()) {
            presses.add(new Press.Advance(move));
        }
        for (LadderStep rung : LadderStep.values()) {
            presses.add(new Press.Climb(rung));
        }
        for (int port : Press.Open.PORTS) {
            presses.add(new Press.Open("plala.example", port));
        }
        Options other = Options.USUAL;
        for (Setting setting : Setting.values()) {
            for (String answer : setting.answers()) {
                presses.add(new Press.Choose(Options.USUAL.with(setting, answer)));
            }
            other = other.with(setting, setting.answers().get(setting.answers().size() - 1));
        }
        presses.add(new Press.Choose(other));
        lines().forEach(line -> presses.add(new Press.Type(line)));
        return presses;
    }

    /** Whatever can be typed: also what no keyboard types, and what is no Unicode. */
    private static List<String> lines() {
        StringBuilder all = new StringBuilder();
        List<String> lines = new ArrayList<>(List.of(
                "",
                " ",
                "USER hanako",
                "a:b\\u0000\\n\\\\ ?;--'\"%_",
                "こんにちは 🌸 e\u0301 \u202E \uFEFF \uFFFF",
                "\uD83C",
                "\uDF38 \uD83C",
                "\u2028 \u2029"));
        for (int point = 32; point <= 0x10FFFF; point += point < 0x3000 ? 1 : 997) {
            if (!Character.isISOControl(point)) {
                all.appendCodePoint(point);
            }
            if (all.length() > Press.Type.LONGEST - 2) {
                lines.add(all.toString());
                all.setLength(0);
            }
        }
        lines.add(all.toString());
        return lines;
    }

    @Test
    void what_undoing_and_comparing_need_comes_back() throws Exception {
        JournalStore store = store();
        StoredWorld first = pressed(pressed(begun(), SeatId.FIRST, RECEIVE), SeatId.FIRST, new Press.Send());
        assertThat(store.replace(KEY, StoredWorld.NEW, first)).isTrue();
        StoredWorld fresh = first.begun(Journal.begin(SeatId.FIRST, SetUp.FREE), first.journal())
                .revised(first.revision() + 1);
        assertThat(store.replace(KEY, first, fresh)).isTrue();
        assertThat(store.load(KEY)).contains(fresh);
        assertThat(fresh.back()).contains(first.journal());

        StoredWorld on = pressed(fresh, SeatId.FIRST, RECEIVE);
        assertThat(store.append(KEY, fresh, on, SeatId.FIRST)).isTrue();
        assertThat(store.load(KEY)).contains(on);
        assertThat(on.former()).contains(first.journal());
        assertThat(on.back()).contains(fresh.journal());

        StoredWorld cut = on.observed(on.journal().with(new JournalEntry(SeatId.FIRST, new Press.LineCut(), "ab")))
                .revised(on.revision() + 1);
        assertThat(store.append(KEY, on, cut, SeatId.FIRST)).isTrue();
        StoredWorld undone = cut.undone(fresh.journal()).revised(cut.revision() + 1);
        assertThat(store.replace(KEY, cut, undone)).isTrue();
        assertThat(store.load(KEY)).contains(undone);
        assertThat(undone.generation()).isEqualTo(2);
    }

    @Test
    void what_a_seat_remembers_is_kept_without_a_press_too() throws Exception {
        JournalStore store = store();
        Progress progress = Progress.NONE.with("quiz.1", "a").with("quiz.2", "あ");
        StoredWorld noted = StoredWorld.NEW
                .with(SeatId.FIRST, SeatRecord.NEW.with(progress))
                .revised(1);
        assertThat(store.append(KEY, StoredWorld.NEW, noted, SeatId.FIRST)).isTrue();
        assertThat(store.load(KEY)).contains(noted);

        StoredWorld cleared = noted.with(SeatId.FIRST, SeatRecord.NEW).revised(2);
        assertThat(store.append(KEY, noted, cleared, SeatId.FIRST)).isTrue();
        assertThat(store.append(KEY, noted, noted.revised(2), SeatId.FIRST)).isFalse();
        assertThat(store.load(KEY)).contains(cleared);
    }

    @Test
    void whoever_comes_second_has_written_nothing() throws Exception {
        JournalStore here = store();
        JournalStore there = store();
        StoredWorld begun = begun();
        assertThat(here.replace(KEY, StoredWorld.NEW, begun)).isTrue();
        assertThat(there.replace(KEY, StoredWorld.NEW, begun())).isFalse();
        StoredWorld pressed = pressed(begun, SeatId.FIRST, RECEIVE);
        assertThat(there.append(KEY, begun, pressed, SeatId.FIRST)).isTrue();

        assertThat(here.append(KEY, begun, pressed(begun, SECOND, new Press.Send()), SECOND))
                .isFalse();
        assertThat(here.replace(KEY, begun, pressed(begun, SECOND, new Press.Send())))
                .isFalse();
        assertThat(here.append("another", begun, pressed, SeatId.FIRST)).isFalse();
        assertThat(here.load(KEY)).contains(pressed).isEqualTo(there.load(KEY));
        assertThat(here.load("another")).isEmpty();
    }

    @Test
    void of_eight_who_press_at_once_one_is_first_each_time() throws Exception {
        int threads = 8;
        int rounds = 40;
        List<JournalStore> stores = List.of(store(), store(), store());
        assertThat(stores.get(0).replace(KEY, StoredWorld.NEW, begun())).isTrue();
        ExecutorService room = Executors.newFixedThreadPool(threads);
        CyclicBarrier together = new CyclicBarrier(threads);
        try {
            List<Future<Integer>> won = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                JournalStore mine = stores.get(i % stores.size());
                SeatId seat = new SeatId(i + 1);
                Callable<Integer> presses = () -> {
                    int first = 0;
                    for (int round = 0; round < rounds; round++) {
                        StoredWorld stands = mine.load(KEY).orElseThrow();
                        together.await(20, TimeUnit.SECONDS);
                        first += mine.append(KEY, stands, pressed(stands, seat, RECEIVE), seat) ? 1 : 0;
                        together.await(20, TimeUnit.SECONDS);
                    }
                    return first;
                };
                won.add(room.submit(presses));
            }
            int all = 0;
            for (Future<Integer> each : won) {
                all += each.get();
            }
            StoredWorld world = stores.get(1).load(KEY).orElseThrow();
            assertThat(all).isEqualTo(rounds);
            assertThat(world.revision()).isEqualTo(1 + rounds);
            assertThat(world.journal().length()).isEqualTo(1 + rounds);
            assertThat(world.journal().entries())
                    .extracting(JournalEntry::digest)
                    .containsExactlyElementsOf(digests(rounds));
            for (int i = 0; i < threads; i++) {
                assertThat(world.journal().presses(new SeatId(i + 1)))
                        .isEqualTo(won.get(i).get() + (i == 0 ? 1 : 0));
            }
        } finally {
            room.shutdownNow();
        }
    }

    private static List<String> digests(int rounds) {
        List<String> digests = new ArrayList<>(List.of(""));
        for (int i = 1; i <= rounds; i++) {
            digests.add(Integer.toHexString(i));
        }
        return digests;
    }

    @Test
    void what_is_forgotten_is_gone_and_may_begin_again() throws Exception {
        JournalStore store = store();
        assertThat(store.replace(KEY, StoredWorld.NEW, begun())).isTrue();
        assertThat(store.replace("other", StoredWorld.NEW, begun())).isTrue();
        store.forget(KEY);
        assertThat(store.load(KEY)).isEmpty();
        assertThat(store.append(KEY, begun(), pressed(begun(), SeatId.FIRST, RECEIVE), SeatId.FIRST))
                .isFalse();
        assertThat(store.load(KEY)).isEmpty();
        assertThat(store.replace(KEY, StoredWorld.NEW, begun())).isTrue();
        assertThat(store.load(KEY)).isEqualTo(store.load("other")).isEqualTo(Optional.of(begun()));
    }

    @SuppressWarnings("try") // Closed twice on purpose: the second time does nothing.
    @Test
    void whoever_watches_a_world_is_told_when_it_moves_anywhere() throws Exception {
        JournalStore here = store();
        JournalStore there = store();
        Semaphore told = new Semaphore(0);
        Semaphore silent = new Semaphore(0);
        try (JournalStore.Watch watch = here.watch(KEY, told::release);
                JournalStore.Watch other = here.watch(KEY, silent::release)) {
            other.close();
            StoredWorld world = StoredWorld.NEW;
            StoredWorld next = begun();
            for (JournalStore writer : List.of(here, there)) {
                // Told once too often is allowed: when it began to listen. So the next one counts that comes after a
                // write.
                told.drainPermits();
                assertThat(writer.replace(KEY, world, next)).isTrue();
                assertThat(told.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
                world = next;
                next = pressed(world, SeatId.FIRST, RECEIVE);
            }
            assertThat(silent.availablePermits()).isZero();
            watch.close();
            told.drainPermits();
            here.forget(KEY);
            assertThat(told.availablePermits()).isZero();
        }
    }
}
