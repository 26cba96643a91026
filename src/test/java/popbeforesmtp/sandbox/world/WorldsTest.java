package popbeforesmtp.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import popbeforesmtp.Practice;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.sandbox.Player;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.SetUp;

class WorldsTest {

    private final Practice practice =
            Practice.start(new Worlds.Limits(2, 4, Duration.ofMinutes(10), Duration.ofHours(24)));
    private final Worlds worlds = practice.worlds();

    @AfterEach
    void stop() {
        practice.close();
    }

    private Player learner(String key, String owner) {
        Player player = new Player(worlds.make(key, owner), SetUp.FREE);
        practice.clock().turn(Duration.ofSeconds(1));
        return player;
    }

    @Test
    void a_world_is_made_once_a_key() {
        assertThat(worlds.make("a", "here")).isSameAs(worlds.make("a", "there"));
        assertThat(worlds.find("b")).isEmpty();
        assertThat(worlds.size()).isEqualTo(1);
    }

    @Test
    void an_idle_world_is_its_journal_and_comes_back_as_it_was() {
        Player hanako = learner("a", "here");
        WorldView before = hanako.receive();

        practice.clock().turn(Duration.ofMinutes(11));
        worlds.sweep();

        assertThat(worlds.active()).isZero();
        assertThat(worlds.find("a").orElseThrow().seat(SeatId.FIRST).view())
                .usingRecursiveComparison()
                .isEqualTo(before);
        assertThat(worlds.active()).isEqualTo(1);
    }

    @Test
    void a_world_nobody_came_back_to_is_forgotten() {
        learner("a", "here").receive();
        practice.clock().turn(Duration.ofHours(25));
        worlds.sweep();
        assertThat(worlds.find("a")).isEmpty();
        assertThat(worlds.active()).isZero();
    }

    @Test
    void whoever_still_presses_in_a_forgotten_world_is_answered_and_leaves_nothing_open() {
        Player hanako = learner("a", "here");
        practice.clock().turn(Duration.ofHours(25));
        worlds.sweep();

        assertThat(hanako.receive().list()).hasSize(1);
        assertThat(worlds.active()).isZero();
        assertThat(worlds.keptOctets()).isZero();
    }

    @Test
    void progress_and_the_journal_that_undoing_would_bring_back_count_as_kept() {
        Player hanako = learner("a", "here");
        hanako.press(Collections.nCopies(10, new Press.Type("あ".repeat(500))));
        hanako.press(new Press.Begin(SetUp.FREE));
        practice.clock().turn(Duration.ofMinutes(11));
        worlds.sweep();

        long kept = worlds.keptOctets();
        assertThat(kept).isGreaterThan(10_000);
        hanako.seat().progress(progress -> progress.with("quiz.1", "a"));
        assertThat(worlds.keptOctets()).isGreaterThan(kept);
    }

    @Test
    void only_so_many_are_played_at_once() {
        learner("a", "here").receive();
        learner("b", "here").receive();
        learner("c", "here").receive();

        assertThat(worlds.active()).isEqualTo(2);
        assertThat(worlds.size()).isEqualTo(3);
        assertThat(worlds.find("a").orElseThrow().seat(SeatId.FIRST).view().list())
                .hasSize(1);
        assertThat(worlds.active()).isEqualTo(2);
    }

    @Test
    void the_longest_idle_of_whoever_owns_too_much_goes_first() {
        learner("quiet", "classroom");
        learner("bot1", "bot");
        learner("bot2", "bot");
        learner("bot3", "bot");
        learner("bot4", "bot");

        assertThat(worlds.find("quiet")).isPresent();
        assertThat(worlds.find("bot1")).isEmpty();
        assertThat(worlds.size()).isEqualTo(4);
    }

    @Test
    void a_class_in_use_stays_while_others_lie_idle() {
        try (Practice full = Practice.start(new Worlds.Limits(100, 40, Duration.ofMinutes(10), Duration.ofHours(24)))) {
            for (int i = 0; i < 36; i++) {
                full.worlds().make("bot" + i, "bot" + i);
            }
            full.clock().turn(Duration.ofSeconds(1));
            for (int i = 0; i < 4; i++) {
                full.worlds().make("pupil" + i, "classroom");
            }
            full.clock().turn(Duration.ofSeconds(1));
            for (int i = 36; i < 72; i++) {
                full.worlds().make("bot" + i, "bot" + i);
            }
            for (int i = 0; i < 4; i++) {
                assertThat(full.worlds().find("pupil" + i)).isPresent();
            }
            assertThat(full.worlds().find("bot35")).isEmpty();
            assertThat(full.worlds().size()).isEqualTo(40);
        }
    }

    @Test
    void whoever_owns_more_than_a_tenth_gives_way_first_even_if_busy() {
        try (Practice full = Practice.start(new Worlds.Limits(100, 40, Duration.ofMinutes(10), Duration.ofHours(24)))) {
            for (int i = 0; i < 4; i++) {
                full.worlds().make("pupil" + i, "classroom");
            }
            full.clock().turn(Duration.ofHours(1));
            for (int i = 0; i < 100; i++) {
                full.worlds().make("bot" + i, "bot");
            }
            for (int i = 0; i < 4; i++) {
                assertThat(full.worlds().find("pupil" + i)).isPresent();
            }
        }
    }

    @Test
    void whoever_keeps_more_than_a_tenth_gives_way_first() {
        Worlds.Limits limits = new Worlds.Limits(100, 100, Duration.ofMinutes(10), Duration.ofHours(24), 40_000, 10);
        try (Practice small = Practice.start(limits)) {
            for (int i = 0; i < 4; i++) {
                small.worlds().make("pupil" + i, "classroom");
            }
            small.clock().turn(Duration.ofHours(1));
            for (int i = 0; i < 3; i++) {
                new Player(small.worlds().make("bot" + i, "bot"), SetUp.FREE)
                        .press(Collections.nCopies(30, new Press.Type("あ".repeat(500))));
            }
            small.worlds().make("other", "elsewhere");
            for (int i = 0; i < 4; i++) {
                assertThat(small.worlds().find("pupil" + i)).isPresent();
            }
            assertThat(small.worlds().size()).isLessThan(8);
        }
    }

    @Test
    void only_so_many_lines_are_open_at_once_and_nobody_loses_one() {
        Worlds.Limits limits = new Worlds.Limits(100, 100, Duration.ofMinutes(10), Duration.ofHours(24), 1 << 20, 3);
        try (Practice few = Practice.start(limits)) {
            Player quiet = new Player(few.worlds().make("quiet", "classroom"), SetUp.FREE);
            quiet.press(new Press.Open("plala.example", 110));
            for (int i = 0; i < 10; i++) {
                few.clock().turn(Duration.ofSeconds(1));
                new Player(few.worlds().make("bot" + i, "bot"), SetUp.FREE).press(new Press.Open("plala.example", 110));
            }
            assertThat(few.servers().connections()).isEqualTo(3);
            assertThat(quiet.world().isTalking()).isTrue();
            Player bot = new Player(few.worlds().find("bot0").orElseThrow(), SetUp.FREE);
            assertThat(Player.lines(bot.press(new Press.Type("NOOP")))).endsWith("C: NOOP", "S: -ERR Log in first");
        }
    }

    @Test
    void what_all_keep_together_is_bounded() {
        try (Practice small =
                Practice.start(new Worlds.Limits(100, 100, Duration.ofMinutes(10), Duration.ofHours(24), 40_000, 10))) {
            for (int i = 0; i < 20; i++) {
                Player player = new Player(small.worlds().make("a" + i, "here"), SetUp.FREE);
                player.receive();
                player.send();
                small.clock().turn(Duration.ofSeconds(1));
            }
            assertThat(small.worlds().find("a0").orElseThrow().isActive()).isFalse();
            assertThat(small.worlds().find("a19").orElseThrow().isActive()).isTrue();
            assertThat(small.worlds().active()).isBetween(1, 8);
            assertThat(small.worlds().size()).isEqualTo(20);
            assertThat(small.worlds().keptOctets()).isBetween(1L, 40_000L);
        }
    }

    @Test
    void journals_go_when_they_alone_are_too_much() {
        try (Practice tiny =
                Practice.start(new Worlds.Limits(100, 100, Duration.ofMinutes(10), Duration.ofHours(24), 500, 10))) {
            for (int i = 0; i < 20; i++) {
                new Player(tiny.worlds().make("a" + i, "here"), SetUp.FREE).receive();
                tiny.clock().turn(Duration.ofSeconds(1));
            }
            assertThat(tiny.worlds().find("a0")).isEmpty();
            assertThat(tiny.worlds()
                            .find("a19")
                            .orElseThrow()
                            .seat(SeatId.FIRST)
                            .view()
                            .list())
                    .hasSize(1);
            tiny.clock().turn(Duration.ofHours(25));
            tiny.worlds().sweep();
            assertThat(tiny.worlds().keptOctets()).isZero();
        }
    }
}
