package popbeforesmtp.web.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import popbeforesmtp.lesson.experiment.Case;
import popbeforesmtp.lesson.experiment.Cases;
import popbeforesmtp.lesson.source.ResourceRoot;
import popbeforesmtp.web.PracticeSite;
import popbeforesmtp.web.Reader;
import popbeforesmtp.web.http.SiteOptions;

/** The catalogue shows every case and finds it by what happens in it. */
class ExperimentsPagesTest {

    private static final Pattern SHOWN = Pattern.compile("id=\"case-([a-z0-9-]+)\"");

    @RegisterExtension
    static final PracticeSite SITE = new PracticeSite(SiteOptions.usual());

    private static List<String> found(String query) {
        String page = SITE.reader().get(query).body();
        return SHOWN.matcher(page).results().map(found -> found.group(1)).toList();
    }

    @Test
    void every_case_is_there_in_both_languages_and_begins_at_its_link() {
        List<String> all =
                Cases.load(ResourceRoot.packed()).all().stream().map(Case::id).toList();
        assertThat(found("/experiments")).isEqualTo(all);
        assertThat(found("/en/experiments")).isEqualTo(all);
        assertThat(SITE.reader().get("/en/experiments").body()).contains("href=\"/en/try?case=too-late\"");
    }

    @Test
    void a_case_is_found_by_what_happens_in_it() {
        assertThat(found("/experiments?happens=name-unknown")).containsExactly("web-only");
        assertThat(found("/experiments?happens=refused.expired"))
                .contains("too-late", "dion-too-late", "sending-does-not-extend")
                .doesNotContain("send-only");
        assertThat(found("/experiments?happens=refused")).contains("send-only", "too-late");
    }

    @Test
    void a_case_is_found_by_words_whatever_their_width_and_case() {
        assertThat(found("/experiments?q=" + Reader.encoded("ＤＩＯＮ 期限")))
                .contains("dion-too-late", "dion-just-in-time")
                .doesNotContain("too-late");
        assertThat(found("/en/experiments?q=NEXT+seat")).contains("neighbour", "spoofed-sender");
    }

    @Test
    void what_is_not_found_is_said_and_what_was_asked_stays() {
        String page = SITE.reader()
                .get("/en/experiments?q=%22%3E%3Cscript%3Ealert(1)&happens=nonsense")
                .body();
        assertThat(SHOWN.matcher(page).results().map(MatchResult::group)).isEmpty();
        assertThat(page)
                .contains("No experiment fits")
                .contains("value=\"&quot;&gt;&lt;script&gt;alert(1)\"")
                .contains("href=\"/en/experiments\"");
    }

    @Test
    void the_picture_tells_what_is_pressed_and_how_it_ends() {
        String page = SITE.reader().get("/en/experiments?q=too-late").body();
        assertThat(page).containsSubsequence("Centre", "Receive", "5 min later", "Send", "Refused");
        assertThat(page).contains("data-outcome=\"refused\"");
    }
}
