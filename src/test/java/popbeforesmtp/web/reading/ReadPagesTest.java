package popbeforesmtp.web.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import popbeforesmtp.eventlog.Reason;
import popbeforesmtp.lesson.Library;
import popbeforesmtp.lesson.experiment.Case;
import popbeforesmtp.lesson.experiment.Goal;
import popbeforesmtp.lesson.experiment.RouteStep;
import popbeforesmtp.lesson.reading.Claim;
import popbeforesmtp.lesson.reading.Explanation;
import popbeforesmtp.lesson.reading.Verdict;
import popbeforesmtp.lesson.source.ResourceRoot;
import popbeforesmtp.web.Buttons;
import popbeforesmtp.web.PracticeSite;
import popbeforesmtp.web.Reader;
import popbeforesmtp.web.Swapped;
import popbeforesmtp.web.page.Language;
import popbeforesmtp.web.page.Messages;

class ReadPagesTest {

    private static final Library LIBRARY = Library.load(ResourceRoot.packed());
    private static final Messages TEXTS = new Messages(ResourceRoot.packed());
    private static final Pattern REASON = Pattern.compile("data-reason=\"([a-z-]*)\"");
    private static final String[] HTMX = {"HX-Request", "true"};

    @RegisterExtension
    static final PracticeSite SITE = PracticeSite.unhurried();

    static Stream<String> addresses() {
        return Stream.of(Language.values())
                .flatMap(language -> LIBRARY.in(language.code()).claims().all().stream()
                        .map(claim -> language.path("/read/" + claim.source()) + "?claim=" + claim.id()));
    }

    static Stream<String> experiments() {
        return LIBRARY.in("ja").claims().all().stream()
                .flatMap(claim -> claim.proofs().stream().map(goal -> claim.id() + " " + goal.caseId()));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void a_claim_has_its_own_address_and_says_what_to_do(String address) {
        Language language = Language.of(address);
        Claim claim = claim(language, address.substring(address.indexOf('=') + 1));
        HttpResponse<String> answer = SITE.reader().get(address);
        assertThat(answer.statusCode()).isEqualTo(200);
        String page = answer.body();
        assertThat(page).containsOnlyOnce("id=\"" + claim.id() + "\"");
        assertThat(tag(page, "id=\"" + claim.id() + "\"")).contains("class=\"claim\"", "aria-current=\"true\"");
        String beside = bare(page.substring(page.indexOf("<aside"), page.indexOf("</aside>")));
        assertThat(beside).contains(claim.label().plain(), claim.press().plain());
        assertThat(beside).doesNotContain("data-verdict");
        claim.experiment().ifPresent(id -> assertThat(beside).contains("name=\"case\" value=\"" + id + "\""));
        claim.history()
                .ifPresent(place -> assertThat(page.substring(page.indexOf("<aside")))
                        .contains("<a class=\"btn-small\" href=\"" + language.path("/history#" + place) + "\""));
        if (claim.proofs().isEmpty()) {
            assertThat(beside).contains(claim.seen().plain()).doesNotContain("name=\"press\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void a_text_marks_all_its_claims_and_names_its_source(String code) {
        Language language = code.equals("ja") ? Language.JA : Language.EN;
        for (String slug : Explanation.SLUGS) {
            Explanation text = LIBRARY.in(code).explanation(slug).orElseThrow();
            String page = SITE.reader().get(language.path("/read/" + slug)).body();
            for (Claim claim : LIBRARY.in(code).claims().of(slug)) {
                String passage = tag(page, "id=\"" + claim.id() + "\"");
                assertThat(passage).contains("class=\"claim\"").doesNotContain("aria-current");
                assertThat(passage)
                        .contains(
                                claim.history().isPresent()
                                        ? language.path(
                                                "/history#" + claim.history().get())
                                        : language.path("/read/" + slug) + "?claim=" + claim.id() + "#" + claim.id());
            }
            assertThat(bare(page))
                    .contains(
                            "<cite>" + text.source().plain() + "</cite>",
                            text.title().plain())
                    .contains("<meta name=\"description\" content=\"" + text.description() + "\">");
        }
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void an_experiment_of_a_claim_is_played_beside_the_text_until_the_verdict(String experiment) {
        List<String> words = List.of(experiment.split(" ", 2));
        Claim claim = claim(Language.JA, words.get(0));
        Case played = LIBRARY.cases().find(words.get(1)).orElseThrow();
        Goal goal = claim.proofs().stream()
                .filter(it -> it.caseId().equals(played.id()))
                .findFirst()
                .orElseThrow();
        String from = "/read/" + claim.source() + "?claim=" + claim.id()
                + (claim.experiment().orElseThrow().equals(played.id()) ? "" : "&case=" + played.id());
        Reader reader = SITE.reader();
        String page = reader.get(from).body();
        int done = 0;
        for (RouteStep step : goal.steps()) {
            List<String> fields = Buttons.fields(step.press());
            assertOffered(page, fields);
            fields.addAll(List.of("step", reader.step(), "case", played.id(), "from", from));
            HttpResponse<String> answer = reader.post("/try", fields);
            assertThat(answer.headers().firstValue("Location")).hasValue(from + "#result");
            page = reader.get(from).body();
            assertThat(page.contains("class=\"found\""))
                    .as("press %d", ++done)
                    .isEqualTo(done == goal.steps().size());
        }
        assertVerdict(page, claim);
        assertThat(page).contains("data-outcome=\"" + goal.end().outcome().kebab() + "\"");
        assertThat(goal.end().reason().map(Reason::kebab).orElse("")).isEqualTo(reason(page));
    }

    private static String reason(String page) {
        Matcher reason = REASON.matcher(page);
        assertThat(reason.find()).isTrue();
        return reason.group(1);
    }

    private static void assertVerdict(String page, Claim claim) {
        int at = page.indexOf("class=\"found\"");
        String found = page.substring(at, page.indexOf("</section>", at));
        assertThat(bare(found)).contains(claim.seen().plain());
        assertThat(page.split("id=\"verdict\"", -1)).hasSize(claim.verdict() == Verdict.NOTE ? 1 : 2);
        if (claim.verdict() != Verdict.NOTE) {
            assertThat(found)
                    .startsWith("class=\"found\" id=\"verdict\" data-verdict=\""
                            + claim.verdict().kebab() + "\"")
                    .contains(TEXTS.all(Language.JA)
                            .get("claim." + claim.verdict().kebab()));
        }
    }

    /** The page has what is pressed, and the radio buttons that go with it. */
    private static void assertOffered(String page, List<String> fields) {
        for (int i = 0; i < fields.size(); i += 2) {
            assertThat(page).contains("name=\"" + fields.get(i) + "\"");
            assertThat(page).contains("value=\"" + fields.get(i + 1) + "\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"e-words#S7", "atmarkit#S5", "plala#S8", "dion#S10"})
    void an_explanation_says_where_in_the_story_it_stands_and_the_story_leads_there(String place) {
        String[] halves = place.split("#", -1);
        assertThat(SITE.reader().get("/read/" + halves[0]).body())
                .contains("話の5枚目で、", "href=\"/read/story#" + halves[1] + "\"");
        assertThat(SITE.reader().get("/read/story").body())
                .contains("id=\"" + halves[1] + "\"")
                .containsPattern("href=\"/read/" + halves[0] + "\\?claim=[A-Z]\\d+#");
    }

    @Test
    void what_was_tried_is_remembered_on_every_page_that_tells_of_it() {
        Reader reader = SITE.reader();
        reader.get("/read/dion?claim=D2");
        press(reader, "/read/dion?claim=D2", "stranger", "send");
        assertThat(tag(reader.get("/read/dion").body(), "id=\"D2\"")).contains("class=\"claim seen\"");
        assertThat(reader.get("/en/read/dion?claim=D4").body()).contains("You have tried 1 of 6.");
        assertThat(tag(reader.get("/read/dion").body(), "id=\"D4\"")).contains("class=\"claim\"");
        assertThat(reader.get("/compare").body()).doesNotContain("data-verdict");
        reader.get("/read/dion?claim=D6");
        press(reader, "/read/dion?claim=D6", "dion-too-late", "receive");
        reader.get("/read/dion?claim=D6");
        press(reader, "/read/dion?claim=D6", "dion-too-late", "advance:after-end");
        reader.get("/read/dion?claim=D6");
        press(reader, "/read/dion?claim=D6", "dion-too-late", "send");
        assertThat(reader.get("/en/compare").body()).containsOnlyOnce("data-verdict=\"as-told\"");
    }

    @Test
    void what_another_claim_did_never_counts_even_if_it_is_the_same_experiment() {
        Reader reader = SITE.reader();
        reader.get("/read/e-words?claim=E2");
        press(reader, "/read/e-words?claim=E2", "receive-then-send", "receive");
        reader.get("/read/e-words?claim=E2");
        press(reader, "/read/e-words?claim=E2", "receive-then-send", "send");
        assertThat(reader.get("/read/e-words?claim=E2").body()).contains("id=\"verdict\"");
        assertThat(reader.get("/read/e-words?claim=E6").body())
                .doesNotContain("id=\"verdict\"", "data-outcome=", "data-done=\"true\"")
                .contains("data-done=\"false\"");
        press(reader, "/read/e-words?claim=E6", "receive-then-send", "receive");
        assertThat(reader.get("/read/e-words?claim=E6").body())
                .contains("data-outcome=\"received\"", "data-done=\"true\"", "aria-current=\"step\"")
                .doesNotContain("id=\"verdict\"");
    }

    @Test
    void a_press_that_is_none_of_the_steps_is_told_and_shows_nothing() {
        Reader reader = SITE.reader();
        reader.get("/read/story?claim=S2");
        press(reader, "/read/story?claim=S2", "port-25-closed", "send");
        String page = reader.get("/read/story?claim=S2").body();
        assertThat(page)
                .contains("それは別の実験です。", "「はじめから」を押すと")
                .doesNotContain("id=\"verdict\"", "data-done=\"true\"", "aria-current=\"step\"");
        assertThat(page.indexOf("それは別の実験です。")).isLessThan(page.indexOf("value=\"reset\""));
        press(reader, "/read/story?claim=S2", "port-25-closed", "reset");
        assertThat(reader.get("/read/story?claim=S2").body())
                .contains("aria-current=\"step\"")
                .doesNotContain("それは別の実験です。");
    }

    @Test
    void the_list_of_claims_ticks_with_the_press_that_shows_one() {
        Reader reader = SITE.reader();
        String from = "/read/dion?claim=D2";
        String page = reader.get(from).body();
        String answer = reader.post(
                        "/try", List.of("step", reader.step(), "case", "stranger", "from", from, "press", "send"), HTMX)
                .body();
        assertThat(Swapped.swap(page, answer)).contains("ためせる6個のうち、1個をためしました。", "id=\"known\"");
        assertThat(answer).contains("id=\"entries\"");
    }

    private static void press(Reader reader, String from, String played, String button) {
        reader.post("/try", List.of("step", reader.step(), "case", played, "from", from, "press", button));
    }

    @Test
    void htmx_gets_what_stands_beside_the_text_alone_and_the_same_markup() {
        String from = "/read/e-words?claim=E2";
        Reader plain = SITE.reader();
        plain.get(from);
        press(plain, from, "receive-then-send", "receive");
        String page = plain.get(from).body();
        Reader scripted = SITE.reader();
        String before = scripted.get(from).body();
        HttpResponse<String> answer = scripted.post(
                "/try",
                List.of("step", scripted.step(), "case", "receive-then-send", "from", from, "press", "receive"),
                HTMX);
        assertThat(answer.body()).doesNotContain("<aside", "<form");
        assertThat(Swapped.bench(before, answer.body())).isEqualTo(Swapped.bench(page));
        assertThat(answer.headers().firstValue("HX-Replace-Url")).hasValue(from);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/read/nothing",
                "/read/e-words?claim=E99",
                "/read/e-words?claim=D4",
                "/read/e-words?case=redial",
                "/read/e-words?claim=E2&case=redial",
                "/read/e-words?claim=%22%3E%3Cscript%3E"
            })
    void what_there_is_not_is_told_in_the_readers_language(String address) {
        HttpResponse<String> japanese = SITE.reader().get(address);
        assertThat(japanese.statusCode()).isEqualTo(404);
        assertThat(japanese.body())
                .contains("<html lang=\"ja\">", "このページはありません")
                .doesNotContain("<script>");
        HttpResponse<String> english = SITE.reader().get("/en" + address);
        assertThat(english.statusCode()).isEqualTo(404);
        assertThat(english.body())
                .contains("<html lang=\"en\">", TEXTS.all(Language.EN).get("notice.notfound.title"));
    }

    private static Claim claim(Language language, String id) {
        return LIBRARY.in(language.code()).claims().find(id).orElseThrow();
    }

    /** The tag in which this stands. */
    private static String tag(String page, String attribute) {
        int at = page.indexOf(attribute);
        assertThat(at).as(attribute).isPositive();
        return page.substring(page.lastIndexOf('<', at), page.indexOf('>', at) + 1);
    }

    /** Without readings and links within the words, entities undone. */
    private static String bare(String html) {
        return html.replaceAll("<rt .*?</rt>|<rp>.*?</rp>|</?ruby>|<a [^>]*>|</a>", "")
                .replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }
}
