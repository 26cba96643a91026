package popbeforesmtp.web.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import popbeforesmtp.web.PracticeSite;
import popbeforesmtp.web.Reader;

/** Runs by their links: kept by one learner, seen, stepped through and gone on from by another, without scripts. */
class RunPagesTest {

    @RegisterExtension
    static final PracticeSite SITE = PracticeSite.unhurried();

    private final Reader owner = SITE.reader();
    private final Reader guest = SITE.reader();

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private String keep() {
        return location(owner.post("/runs", List.of()));
    }

    private static String next(String page) {
        Matcher next = Pattern.compile("id=\"run-next\" href=\"([^\"]*)\"").matcher(page);
        return next.find() ? next.group(1).replace("&amp;", "&") : "";
    }

    @Test
    void whoever_has_the_link_sees_picture_and_talk_and_nothing_is_pressed() {
        owner.get("/try");
        owner.pressAndSee("receive");
        owner.pressAndSee("send");
        String link = keep();
        assertThat(link).matches("/run/[A-Za-z0-9_-]{22}");
        HttpResponse<String> seen = guest.get(link);
        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(seen.headers().firstValue("X-Robots-Tag")).contains("noindex");
        assertThat(seen.body())
                .contains("data-outcome=\"sent\"", "data-state=\"live\"", "RCPT TO:&lt;taro@friend.example&gt;")
                .contains("value=\"http://127.0.0.1:" + SITE.port() + link + "\"");
        assertThat(guest.get("/try").body()).doesNotContain("data-outcome=\"sent\"");
        assertThat(guest.get("/en" + link).body()).contains("Go on from here myself");
    }

    @Test
    void line_by_line_the_verdict_comes_with_its_line_and_not_before() {
        owner.get("/try");
        owner.pressAndSee("send");
        String page = guest.get(keep() + "?at=0&line=0").body();
        int lines = 0;
        while (!next(page).isEmpty()) {
            assertThat(page.contains("class=\"slip\"")).as(next(page)).isEqualTo(page.contains("Relaying denied"));
            page = guest.get(next(page)).body();
            lines++;
        }
        assertThat(lines).isGreaterThan(6);
        assertThat(page).contains("data-outcome=\"refused\"", "記録はここまでです");
    }

    private void tooLate() {
        owner.get("/try?case=too-late");
        for (String button : List.of("receive", "advance:after-end", "send")) {
            owner.get(location(owner.post("/try", List.of("case", "too-late", "step", owner.step(), "press", button)))
                    .replaceFirst("#.*", ""));
        }
    }

    @Test
    void somebody_goes_on_from_before_the_wait_and_the_owner_keeps_the_refusal() {
        tooLate();
        String link = keep();
        guest.get(link + "?at=1");
        String to = location(guest.post(link, List.of("step", guest.step(), "at", "1", "line", "99")));
        assertThat(to).isEqualTo("/try?run=" + link.substring(5) + "#result");
        assertThat(guest.get("/try?run=" + link.substring(5)).body()).doesNotContain("class=\"other\"", "data-done");
        guest.get("/try?case=too-late");
        String sent = guest.get(
                        location(guest.post("/try", List.of("case", "too-late", "step", guest.step(), "press", "send")))
                                .replaceFirst("#.*", ""))
                .body();
        assertThat(sent).contains("data-outcome=\"sent\"");
        assertThat(guest.get(link).body()).contains("data-outcome=\"refused\"");
    }

    @Test
    void typed_lines_are_shown_as_their_writers_words_and_never_as_markup() {
        owner.get("/try");
        owner.get(location(owner.post(
                        "/try",
                        List.of("step", owner.step(), "press", "open", "host", "plala.example", "dialled", "25")))
                .replaceFirst("#.*", ""));
        owner.post("/try", List.of("step", owner.step(), "press", "type", "line", "<b>HELP</b>"));
        String page = guest.get(keep()).body();
        assertThat(page)
                .contains("&lt;b&gt;HELP&lt;/b&gt;", "打った行はこの記録を作った人が書いたもの")
                .doesNotContain("<b>HELP");
    }

    @Test
    void the_same_run_is_kept_once_and_its_owner_finds_it_again() {
        owner.get("/try");
        owner.pressAndSee("send");
        String link = keep();
        assertThat(keep()).isEqualTo(link);
        owner.get("/try");
        owner.pressAndSee("receive");
        String other = keep();
        assertThat(other).isNotEqualTo(link);
        String mine = owner.get("/runs").body();
        assertThat(mine).contains("href=\"" + link + "\"", "href=\"" + other + "\"", "name=\"a\"");
        assertThat(guest.get("/runs").body()).doesNotContain(link);
        String compared = owner.get("/compare-runs?a=" + link.substring(5) + "&b=" + other.substring(5))
                .body();
        assertThat(compared).contains("ここから違う").doesNotContain("サーバーの言葉は、どちらも同じです");
    }

    @Test
    void an_unlisted_and_an_expired_refusal_differ_only_in_the_list() {
        owner.get("/try");
        owner.pressAndSee("send");
        owner.pressAndSee("receive");
        owner.pressAndSee("advance:after-end");
        owner.pressAndSee("send");
        assertThat(owner.get("/en/compare-runs").body())
                .contains("Only the list differs")
                .containsSubsequence("the address is not on the list", "time was up");
    }

    @Test
    void two_kept_refusals_in_the_same_words_are_told_to_have_other_reasons() {
        owner.get("/try");
        owner.pressAndSee("send");
        String unlisted = keep().substring(5);
        tooLate();
        String expired = keep().substring(5);
        assertThat(owner.get("/en/compare-runs?a=" + unlisted + "&b=" + expired).body())
                .contains("refused in the same words")
                .doesNotContain("Only the list differs")
                .containsSubsequence("the address is not on the list", "time was up");
    }

    @Test
    void what_is_no_run_is_said_and_nothing_is_kept_where_nothing_was_pressed() {
        owner.get("/runs");
        assertThat(keep()).isEqualTo("/runs?told=norun");
        assertThat(owner.get("/runs?told=norun").body()).contains("記録するものがない");
        for (String wrong : List.of("/run/x", "/run/0123456789012345678901", "/compare-runs?a=x&b=y", "/try?run=x")) {
            assertThat(guest.get(wrong).statusCode()).as(wrong).isEqualTo(404);
        }
    }

    @Test
    void only_so_many_runs_are_kept_and_the_oldest_goes() {
        owner.get("/try");
        String first = "";
        for (int i = 0; i <= MyRuns.MOST; i++) {
            owner.pressAndSee("advance:1");
            String link = keep();
            first = first.isEmpty() ? link : first;
            owner.get("/try");
        }
        assertThat(Pattern.compile("href=\"/run/")
                        .matcher(owner.get("/runs").body())
                        .results())
                .hasSize(MyRuns.MOST);
        assertThat(guest.get(first).statusCode()).isEqualTo(404);
    }
}
