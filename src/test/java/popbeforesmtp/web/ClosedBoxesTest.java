package popbeforesmtp.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import popbeforesmtp.lesson.Library;
import popbeforesmtp.lesson.course.Puzzle;
import popbeforesmtp.lesson.source.ResourceRoot;
import popbeforesmtp.sandbox.press.LadderStep;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.web.page.Language;
import popbeforesmtp.web.page.Messages;

/** Whoever reads the source of a closed box finds what a mail program could say, and nothing more. */
class ClosedBoxesTest {

    private static final ResourceRoot SHELF = ResourceRoot.packed();
    private static final Library LIBRARY = Library.open(SHELF);
    private static final Press BOTH = new Press.SendReceive();

    /** Messages that give a reason. */
    private static final List<String> REASONS = List.of(
            "r.notlisted",
            "r.otherdoor",
            "r.outsider",
            "r.timeout",
            "r.both",
            "r.both.again",
            "r.next.receive",
            "r.next.same-company",
            "r.next.company",
            "r.sent.listed",
            "wire.redirected",
            "key",
            "talk.smtp.rcpt.not-listed",
            "talk.smtp.rcpt.other-door",
            "talk.smtp.rcpt.outsider",
            "talk.smtp.rcpt.listed",
            "btn.both.send-first");

    @RegisterExtension
    static final PracticeSite SITE = PracticeSite.unhurried();

    private static Pupil pupil(String prefix) {
        Pupil pupil = new Pupil(SITE.reader(), prefix);
        pupil.see("/learn/6");
        return pupil;
    }

    private static String address(String box) {
        return box.equals("A") ? "/learn/6" : "/learn/6?box=" + box;
    }

    @ParameterizedTest
    @CsvSource({"ja, A", "ja, B", "ja, C", "ja, D", "en, A", "en, B", "en, C", "en, D"})
    void a_closed_box_tells_nothing_of_its_cause_in_any_state(String language, String name) {
        Puzzle puzzle = LIBRARY.in(language).lesson(6).orElseThrow().puzzle().orElseThrow();
        Puzzle.Box box = puzzle.box(name).orElseThrow();
        for (Map.Entry<String, String> state :
                states(pupil(language.equals("ja") ? "" : "/en"), puzzle, box).entrySet()) {
            String page = state.getValue();
            String where = state.getKey();
            assertThat(page)
                    .as(where)
                    .doesNotContain("data-reason", "host elsewhere", "class=\"key", "\"key good\"", "value=\"choose\"");
            puzzle.boxes()
                    .forEach(other -> assertThat(page)
                            .as(where)
                            .doesNotContain(other.cause(), other.trial().caseId()));
            String words = plain(page);
            assertThat(words)
                    .as(where)
                    .doesNotContain(
                            box.title().plain(),
                            box.because().plain(),
                            box.cure().plain());
            Map<String, String> texts = new Messages(SHELF).all(Language.valueOf(language.toUpperCase(Locale.ROOT)));
            for (String key : REASONS) {
                assertThat(words).as(where + " " + key).doesNotContain(reason(texts.getOrDefault(key, key)));
            }
            assertThat(words)
                    .as(where)
                    .doesNotContain(
                            bare(texts.getOrDefault("case." + box.trial().caseId() + ".title", "case.")));
        }
    }

    /** All that can be seen of a box before its cause was named. */
    private static Map<String, String> states(Pupil pupil, Puzzle puzzle, Puzzle.Box box) {
        String from = address(box.trial().name());
        Map<String, String> states = new LinkedHashMap<>();
        states.put("untouched", pupil.see(from));
        states.put("once", pupil.press(from, BOTH));
        states.put("twice", pupil.press(from, BOTH));
        states.put("why, with the dialogue", pupil.see("/learn/6?trial=why"));
        states.put("the ending", pupil.see("/learn/6?trial=ending").replace("よくある", ""));
        states.put("compared", pupil.see("/compare-runs"));
        states.put("printed", pupil.see("/print/log"));
        states.put("received", pupil.press(from, new Press.Receive()));
        states.put("sent", pupil.press(from, new Press.Send()));
        for (LadderStep rung : LadderStep.values()) {
            states.put(rung.id(), pupil.press(from, new Press.Climb(rung)));
        }
        List<Puzzle.Cause> causes = puzzle.causes();
        for (int i = 0; i < causes.size(); i++) {
            if (!box.isBecauseOf(causes.get(i).id())) {
                states.put("wrong cause " + i, pupil.note(from, "cause", "cause", String.valueOf(i)));
            }
        }
        states.put("hints", pupil.note(from, "hint") + pupil.note(from, "hint"));
        return states;
    }

    @Test
    void untouched_boxes_are_the_same_but_for_their_names() {
        List<String> pages = Stream.of("A", "B", "C", "D")
                .map(name -> neutral(pupil("").see(address(name))))
                .toList();
        assertThat(pages.subList(1, 4)).allSatisfy(page -> assertThat(page).isEqualTo(pages.get(0)));
    }

    @Test
    void but_for_the_dialogue_two_refused_boxes_are_the_same() {
        List<String> pages = new ArrayList<>();
        for (String name : List.of("A", "C", "D")) {
            pages.add(
                    neutral(pupil("").press(address(name), BOTH)).replaceAll("(?s)<ol id=\"talk\">.*?</section>", ""));
        }
        assertThat(pages.get(1)).isEqualTo(pages.get(0));
        assertThat(pages.get(2)).isEqualTo(pages.get(0));
    }

    /** Without what differs from box to box for everybody to see. */
    private static String neutral(String page) {
        return page.replaceAll("(?s)<nav class=\"parts\".*?</nav>", "")
                .replaceAll("/learn/6(\\?box=[A-D])?", "/learn/6")
                .replaceAll("箱[A-D]", "箱")
                .replaceAll("(?s)<p class=\"lead\">.*?</p>", "")
                .replaceAll("(?s)<div class=\"skip\">.*?</div>", "");
    }

    private static String plain(String page) {
        return page.replaceAll("<r[tp]\\b.*?</r[tp]>", "")
                .replaceAll("<[^>]+>", "")
                .replace("&#39;", "'")
                .replace("&quot;", "\"");
    }

    /** A text without its readings, and for a reason without the verdict at its head. */
    private static String reason(String text) {
        String bare = bare(text);
        return bare.startsWith("「") || bare.startsWith("\"") ? bare : bare.replaceFirst("^[^。.]*(。|\\. )(?=.)", "");
    }

    private static String bare(String text) {
        return text.replaceAll("\\{([^{}|]+)\\|\\|?[^{}|]+\\}", "$1");
    }
}
