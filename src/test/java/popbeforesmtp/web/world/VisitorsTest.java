package popbeforesmtp.web.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import popbeforesmtp.Setup;
import popbeforesmtp.sandbox.world.Worlds;
import popbeforesmtp.store.StoreOptions;
import popbeforesmtp.web.PracticeSite;
import popbeforesmtp.web.Reader;
import popbeforesmtp.web.http.SiteOptions;

/** By what visitors are known again. */
class VisitorsTest {

    /** Whoever comes last has the only world. */
    @RegisterExtension
    static final PracticeSite SITE =
            new PracticeSite(SiteOptions.usual(), new Worlds.Limits(1, 1, Duration.ofMinutes(10), Duration.ofHours(1)));

    private static List<String> given(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie");
    }

    private static void comeInstead() {
        Reader other = SITE.reader();
        other.get("/try");
        other.press("send");
    }

    @Test
    void a_balancer_may_go_by_a_visitors_cookie_its_value_never_changes() {
        Reader reader = SITE.reader();
        assertThat(given(reader.get("/try"))).singleElement().asString().startsWith("visitor=");
        String visitor = reader.cookie();
        for (String press : List.of("receive", "receive", "send", "undo", "reset")) {
            reader.press(press);
            assertThat(reader.cookie()).isEqualTo(visitor + "; pressed=1");
            assertThat(given(reader.get("/try"))).isEmpty();
        }
        comeInstead();
        assertThat(given(reader.get("/try"))).isEmpty();
        reader.press("send");
        assertThat(reader.cookie()).isEqualTo(visitor + "; pressed=1");
    }

    @Test
    void a_visitor_is_known_as_long_as_the_world_is_kept_counted_from_the_last_press() {
        StoreOptions keeping = new StoreOptions(Optional.empty(), Optional.empty(), Duration.ofDays(3));
        try (PracticeSite site = new PracticeSite(Setup.usual().withKeeping(keeping))) {
            Reader reader = site.reader();
            reader.get("/try");
            for (String press : List.of("receive", "send")) {
                assertThat(given(reader.press(press)))
                        .hasSize(2)
                        .allMatch(cookie -> cookie.contains("; Max-Age=259200;"))
                        .anyMatch(cookie -> cookie.startsWith(reader.cookie().replaceFirst(";.*", ";")));
            }
        }
    }

    @Test
    void who_has_pressed_is_told_when_the_world_is_gone_and_who_has_not_is_not() {
        Reader pressed = SITE.reader();
        pressed.get("/try");
        pressed.press("receive");
        Reader looked = SITE.reader();
        looked.get("/try");
        comeInstead();
        assertThat(pressed.get("/try").body()).contains("もうサーバーに残っていません");
        assertThat(pressed.get("/en/try").body()).contains("is no longer on the server");
        assertThat(looked.get("/try").body()).doesNotContain("もうサーバーに残っていません");
    }

    @Test
    void a_cookie_of_former_days_is_understood() {
        Reader reader = SITE.reader();
        reader.cookie("visitor=abcdefghijklmnopqrstuv.p");
        HttpResponse<String> page = reader.get("/try");
        assertThat(given(page)).isEmpty();
        assertThat(page.body()).contains("もうサーバーに残っていません");
    }
}
