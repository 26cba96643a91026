package popbeforesmtp.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SharedRoomTest {

    private static final long LATER = 1_000;

    private final SharedRoom room = new SharedRoom(10, 6, () -> {});
    private final List<String> left = new ArrayList<>();

    private SharedRoom.Place take(String address, String name, long weight) {
        return room.take(address, true, weight, LATER, status -> left.add(name + " " + status));
    }

    @Test
    void when_an_address_has_too_much_its_longest_waiting_gives_way() {
        take("bot", "first", 3);
        take("class", "quiet", 3);
        take("bot", "second", 3);
        take("bot", "third", 1);
        assertThat(left).containsExactly("first 429");
        assertThat(room.taken()).isEqualTo(7);
    }

    @Test
    void when_all_have_too_much_the_longest_waiting_of_who_has_most_gives_way() {
        take("class", "quiet", 3);
        take("bot", "first", 2);
        take("bot", "second", 3);
        take("other", "newcomer", 4);
        assertThat(left).containsExactly("first 503");
    }

    @Test
    void what_is_being_worked_on_never_gives_way() {
        SharedRoom.Place working = take("bot", "working", 5);
        working.works();
        take("bot", "waiting", 1);
        take("bot", "newcomer", 1);
        assertThat(left).containsExactly("waiting 429");
        working.waits(LATER, status -> left.add("done " + status));
        take("bot", "another", 5);
        assertThat(left).containsExactly("waiting 429", "newcomer 429", "done 429");
    }

    @Test
    void a_newcomer_who_finds_everybody_at_work_leaves() {
        take("class", "one", 6).works();
        take("class", "two", 1);
        assertThat(left).containsExactly("two 429");
        take("other", "three", 4).works();
        take("third", "four", 1);
        assertThat(left).containsExactly("two 429", "four 503");
        assertThat(room.taken()).isEqualTo(10);
    }

    @Test
    void a_proxy_speaks_for_many_and_may_have_all() {
        room.take("proxy", false, 10, LATER, status -> left.add("proxy " + status));
        assertThat(left).isEmpty();
        take("class", "one", 1);
        assertThat(left).containsExactly("proxy 503");
    }

    @Test
    void what_grows_makes_others_leave_or_leaves_itself() {
        SharedRoom.Place growing = take("bot", "growing", 1);
        take("class", "quiet", 6);
        growing.grow(3);
        assertThat(left).isEmpty();
        growing.grow(1);
        assertThat(left).containsExactly("quiet 503");
        growing.grow(2);
        assertThat(left).containsExactly("quiet 503", "growing 429");
        growing.grow(2);
        growing.waits(LATER, status -> left.add("no more"));
        growing.works();
        growing.release();
        assertThat(room.taken()).isZero();
    }

    @Test
    void whose_time_is_up_is_told_once() {
        SharedRoom.Place slow = take("class", "slow", 1);
        take("class", "working", 1).works();
        room.sweep(LATER);
        assertThat(left).isEmpty();
        room.sweep(LATER + 1);
        room.sweep(LATER + 2);
        assertThat(left).containsExactly("slow 408");
        slow.release();
        assertThat(room.taken()).isEqualTo(1);
    }

    /** Whatever happens in whatever order, nothing is counted twice and the bounds hold. */
    @Test
    void the_bounds_hold_whatever_comes() {
        Random chance = new Random(7);
        List<SharedRoom.Place> places = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            SharedRoom.Place some = places.isEmpty() ? null : places.get(chance.nextInt(places.size()));
            switch (some == null ? 0 : chance.nextInt(5)) {
                case 0 -> places.add(take("a" + chance.nextInt(4), "x", 1));
                case 1 -> some.works();
                case 2 -> some.waits(LATER, status -> left.add("y"));
                case 3 -> some.grow(chance.nextInt(2));
                default -> {
                    some.release();
                    places.remove(some);
                }
            }
            if (places.size() > 30) {
                places.remove(0).release();
            }
        }
        assertThat(left).isNotEmpty();
        places.forEach(SharedRoom.Place::release);
        assertThat(room.taken()).isZero();
    }
}
