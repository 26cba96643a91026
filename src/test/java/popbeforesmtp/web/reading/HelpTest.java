package popbeforesmtp.web.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import popbeforesmtp.lesson.Library;
import popbeforesmtp.lesson.reading.MailHelp;
import popbeforesmtp.lesson.source.ResourceRoot;
import popbeforesmtp.web.PracticeSite;
import popbeforesmtp.web.Reader;

/** Whose own mail will not leave finds out who stopped it; every answer can be pressed. */
class HelpTest {

    private static final Library LIBRARY = Library.open(ResourceRoot.packed());
    private static final Pattern CASE = Pattern.compile("href=\"/(?:en/)?try\\?case=([a-z0-9-]+)\"");

    @RegisterExtension
    static final PracticeSite SITE = PracticeSite.unhurried();

    private static Stream<MailHelp.Answer> answers(MailHelp help) {
        return help.signs().stream()
                .flatMap(sign -> Stream.concat(
                        sign.answer().stream(),
                        sign.steps().stream()
                                .flatMap(
                                        step -> Stream.of(step.yes(), step.no()).flatMap(Optional::stream))));
    }

    static Stream<String> experiments() {
        return answers(LIBRARY.in("ja").help()).map(MailHelp.Answer::experiment).distinct();
    }

    @Test
    void the_page_begins_with_all_that_a_screen_may_say() {
        assertThat(LIBRARY.in("ja").help().signs().stream().map(MailHelp.Sign::id))
                .containsExactly("no-answer", "550", "530", "535", "certificate", "not-arrived");
        String page = SITE.reader().get("/help").body();
        LIBRARY.in("ja")
                .help()
                .signs()
                .forEach(sign -> assertThat(page).contains("href=\"#" + sign.id() + "\"", "id=\"" + sign.id() + "\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/help", "/en/help"})
    void every_answer_leads_to_its_experiment(String path) {
        String page = SITE.reader().get(path).body();
        assertThat(CASE.matcher(page).results().map(found -> found.group(1)))
                .containsExactlyInAnyOrderElementsOf(answers(LIBRARY.in("ja").help())
                        .map(MailHelp.Answer::experiment)
                        .toList());
    }

    /** The cases themselves are played by CasesTest; here, that a reader who comes from the page can begin each. */
    @ParameterizedTest
    @MethodSource("experiments")
    void an_experiment_can_be_pressed(String id) {
        assertThat(sent(id)).contains("data-outcome=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/en"})
    void the_way_in_and_lesson_6_and_every_foot_lead_there(String language) {
        for (String path : List.of(language.isEmpty() ? "/" : language, language + "/learn/6?trial=today")) {
            String page = SITE.reader().get(path).body();
            String main = page.substring(page.indexOf("<main"), page.indexOf("</main>"));
            assertThat(main).as(path).contains("href=\"" + language + "/help\"");
            assertThat(page.substring(page.indexOf("</main>"))).contains("href=\"" + language + "/help\"");
        }
    }

    @Test
    void a_refusal_leads_to_its_own_place_and_a_mail_that_was_taken_leads_nowhere() {
        assertThat(help("send-only")).containsExactly("550");
        assertThat(help("port-25-closed")).containsExactly("no-answer");
        assertThat(help("port-not-open")).containsExactly("no-answer");
        assertThat(help("auth-587")).containsExactly("530");
        assertThat(help("local-recipient")).isEmpty();
    }

    /** The page after the first press in that experiment. */
    private static String sent(String experiment) {
        Reader reader = SITE.reader();
        String page = reader.get("/try?case=" + experiment).body();
        assertThat(page).contains("name=\"case\" value=\"" + experiment + "\"");
        HttpResponse<String> answer =
                reader.post("/try", List.of("case", experiment, "step", reader.step(), "press", "send"));
        return reader.get(answer.headers().firstValue("Location").orElseThrow().replaceFirst("#.*", ""))
                .body();
    }

    private static Set<String> help(String experiment) {
        String page = sent(experiment);
        Set<String> places = new TreeSet<>();
        Pattern.compile("href=\"/help#([a-z0-9-]+)\"")
                .matcher(page.substring(page.indexOf("id=\"result\"")))
                .results()
                .forEach(found -> places.add(found.group(1)));
        return places;
    }
}
