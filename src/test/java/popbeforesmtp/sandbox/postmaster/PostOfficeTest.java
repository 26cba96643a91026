package popbeforesmtp.sandbox.postmaster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import popbeforesmtp.Practice;
import popbeforesmtp.eventlog.Reason;

/** What comes of a day under a rule, on the real servers. */
class PostOfficeTest {

    @RegisterExtension
    static final Practice PRACTICE = Practice.start();

    private final PostOffice office = new PostOffice(PRACTICE.worlds());

    private Day day(PostmasterRule rule) {
        return office.day(rule).orElseThrow();
    }

    private static PostmasterRule list(int minutes) {
        return new PostmasterRule(
                minutes, PostmasterRule.Key.ADDRESS, PostmasterRule.Reads.RECIPIENT, true, false, true, false);
    }

    private static Visit visit(Day day, String who) {
        return day.visits().stream()
                .filter(visit -> visit.who().equals(who))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> refused(Day day) {
        return day.visits().stream()
                .filter(visit -> visit.side() == Visit.Side.MEMBER && !visit.isTaken())
                .map(Visit::who)
                .toList();
    }

    private static List<String> leaked(Day day) {
        return day.visits().stream()
                .filter(visit -> visit.side() == Visit.Side.STRANGER && visit.isTaken())
                .map(Visit::who)
                .distinct()
                .toList();
    }

    @Test
    void ten_minutes_by_address_are_too_short_for_hanako_and_enough_for_her_neighbour() {
        Day day = day(list(10));
        assertThat(refused(day)).containsExactly("later", "redial", "slow");
        assertThat(leaked(day)).containsExactly("neighbour", "neighbour.forged", "next-caller");
        assertThat(day.members()).isEqualTo(4);
        assertThat(day.membersInAll()).isEqualTo(7);
        assertThat(day.complaints()).isEqualTo(3);
        assertThat(day.spam()).isEqualTo(3);
        assertThat(visit(day, "later").result().reason()).contains(Reason.EXPIRED);
        assertThat(visit(day, "redial").result().reason()).contains(Reason.ADDRESS_CHANGED);
        assertThat(visit(day, "guest").result().reason()).contains(Reason.LOCAL_RECIPIENT);
    }

    @Test
    void fifteen_minutes_serve_her_once_more() {
        assertThat(refused(day(list(15)))).containsExactly("redial", "slow");
    }

    @Test
    void when_the_list_is_looked_at_decides_who_of_two_callers_is_served() {
        Day late = day(list(10));
        Day early = day(new PostmasterRule(
                10, PostmasterRule.Key.ADDRESS, PostmasterRule.Reads.CONNECT, true, false, true, false));
        assertThat(visit(late, "waiting").isTaken()).isTrue();
        assertThat(visit(late, "slow").result().reason()).contains(Reason.EXPIRED);
        assertThat(visit(early, "waiting").result().reason()).contains(Reason.LOOKED_BEFORE);
        assertThat(visit(early, "slow").isTaken()).isTrue();
    }

    @Test
    void with_the_name_beside_the_address_the_neighbour_needs_a_lie() {
        Day day = day(new PostmasterRule(
                10, PostmasterRule.Key.NAME, PostmasterRule.Reads.RECIPIENT, true, false, true, false));
        assertThat(leaked(day)).containsExactly("neighbour.forged");
    }

    @Test
    void with_names_and_passwords_alone_every_member_sends_and_nobody_else() {
        Day day = day(new PostmasterRule(
                0, PostmasterRule.Key.ADDRESS, PostmasterRule.Reads.RECIPIENT, false, true, false, false));
        assertThat(refused(day)).isEmpty();
        assertThat(leaked(day)).isEmpty();
        assertThat(visit(day, "redial").result().reason()).contains(Reason.AUTHENTICATED);
    }

    @Test
    void in_the_old_days_everything_passed_the_strangers_letters_too() {
        Day day = day(new PostmasterRule(
                0, PostmasterRule.Key.ADDRESS, PostmasterRule.Reads.RECIPIENT, true, false, true, true));
        assertThat(refused(day)).isEmpty();
        assertThat(day.spam()).isEqualTo(day.othersInAll()).isEqualTo(PostOffice.TRIED + 3L);
    }

    @Test
    void without_port_25_and_without_passwords_no_member_can_send() {
        Day day = day(new PostmasterRule(
                10, PostmasterRule.Key.ADDRESS, PostmasterRule.Reads.CONNECT, true, false, false, false));
        assertThat(refused(day)).containsExactly("home", "centre", "later", "redial", "waiting", "slow");
        assertThat(day.spam()).isZero();
    }

    @Test
    void without_an_own_network_even_home_must_receive_first() {
        Day day = day(new PostmasterRule(
                30, PostmasterRule.Key.ADDRESS, PostmasterRule.Reads.CONNECT, false, false, true, false));
        assertThat(refused(day)).containsExactly("home", "redial", "waiting");
    }

    @Test
    void a_day_makes_no_world_and_is_played_once() {
        int worlds = PRACTICE.worlds().size();
        Day day = day(list(5));
        assertThat(office.isPlayed(list(5))).isTrue();
        assertThat(day(list(5))).isSameAs(day);
        assertThat(PRACTICE.worlds().size()).isEqualTo(worlds);
        assertThat(PRACTICE.worlds().active()).isZero();
    }
}
