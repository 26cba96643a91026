package popbeforesmtp.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.junit.UsePlaywright;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The page is read aloud, sentence by sentence. Chromium without a screen has no voice: a stand-in takes its place, which notes what
 * it is given to say, and comes to an end when the test lets it.
 */
@UsePlaywright(ChromiumOptions.class)
class SpeechIT {

    private static final String STAND_IN_VOICE = """
            (() => {
              const standIn = new EventTarget();
              const voice = lang => ({lang, name: 'stand-in', localService: true});
              let current = null;
              const said = [];
              standIn.getVoices = () => [voice('en-US'), voice('ja-JP')];
              standIn.speak = utterance => {
                current = utterance;
                said.push({text: utterance.text, lang: utterance.lang, voice: utterance.voice.lang, rate: utterance.rate});
              };
              standIn.cancel = () => { current = null; };
              Object.defineProperty(window, 'speechSynthesis', {value: standIn});
              window.SpeechSynthesisUtterance = function (text) { this.text = text; };
              window.standInVoice = {said, isSpeaking: () => current !== null, end: () => current.onend()};
            })();""";

    private static final String NO_VOICE = """
            Object.defineProperty(window, 'speechSynthesis', {value: Object.assign(new EventTarget(), {getVoices: () => []})});""";

    @RegisterExtension
    static final SiteUnderTest SITE = SiteUnderTest.atTop();

    private static Desk open(Learner learner, String path) {
        learner.context().addInitScript(STAND_IN_VOICE);
        Desk desk = learner.open(path);
        desk.page().waitForFunction("() => document.documentElement.classList.contains('voiced')");
        return desk;
    }

    private static Locator button(Page page, String words) {
        return page.locator("button:visible", new Page.LocatorOptions().setHasText(words))
                .first();
    }

    /** What the stand-in was given, once it was given so much. */
    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> said(Page page, int sentences) {
        page.waitForFunction("n => standInVoice.said.length >= n", sentences);
        return (List<Map<String, Object>>) page.evaluate("() => standInVoice.said");
    }

    private static String marked(Page page) {
        return (String) page.evaluate(
                "() => CSS.highlights.has('aloud') ? [...CSS.highlights.get('aloud')][0].toString() : ''");
    }

    private static boolean isSpeaking(Page page) {
        return (Boolean) page.evaluate("() => standInVoice.isSpeaking()");
    }

    @Test
    void a_text_is_read_sentence_by_sentence_held_and_stopped(Browser browser) {
        try (Learner learner = SITE.learner(browser, Scripts.ON)) {
            learner.context().addCookies(List.of(new Cookie("furigana", "off").setUrl(SITE.origin())));
            Page page = open(learner, "/read/dion").page();
            assertThat(page.evaluate("() => standInVoice.said.length")).isEqualTo(0);
            button(page, "この文章を聞く").click();
            String first = (String) said(page, 1).get(0).get("text");
            assertThat(first).endsWith("。");
            assertThat(page.locator(".opening .lead").innerText()).startsWith(marked(page));
            page.evaluate("() => standInVoice.end()");
            assertThat(said(page, 2).get(1)).containsEntry("lang", "ja-JP").containsEntry("voice", "ja-JP");
            String second = marked(page);
            assertThat(second).isNotEmpty().isNotEqualTo(first);
            button(page, "一時停止").click();
            assertThat(isSpeaking(page)).isFalse();
            assertThat(marked(page)).isEqualTo(second);
            button(page, "続きを聞く").click();
            assertThat(said(page, 3).get(2)).isEqualTo(said(page, 3).get(1));
            button(page, "止める").click();
            assertThat(isSpeaking(page)).isFalse();
            assertThat(marked(page)).isEmpty();
            assertThat(button(page, "この文章を聞く").isVisible()).isTrue();
            assertThat(page.locator("button:visible:text-is('一時停止')").count()).isZero();
        }
    }

    @Test
    void a_result_and_the_meaning_of_a_line_are_read_as_they_are_read_out_of_a_book(Browser browser) {
        try (Learner learner = SITE.learner(browser, Scripts.ON)) {
            Desk desk = open(learner, "/try?case=send-only");
            Page page = desk.page();
            assertThat(page.locator("[data-aloud='#result']").isVisible()).isFalse();
            desk.press(Desk.SEND);
            button(page, "結果を聞く").click();
            assertThat((String) said(page, 1).get(0).get("text")).isEqualTo("断られました");
            button(page, "止める").click();
            Locator line = page.locator(".aloud-line[tabindex='0']");
            line.focus();
            page.keyboard().press("ArrowDown");
            page.keyboard().press("ArrowUp");
            page.keyboard().press("Enter");
            assertThat((String) said(page, 2).get(1).get("text")).contains("はい、そうしんがかりの");
            desk.press(Desk.RECEIVE);
            assertThat(isSpeaking(page)).isFalse();
            assertThat(page.locator(".aloud-line").count()).isPositive();
        }
    }

    @Test
    void an_unfolded_card_is_read_and_its_program_is_called_by_its_name(Browser browser) {
        try (Learner learner = SITE.learner(browser, Scripts.ON)) {
            Page page = open(learner, "/servers?card=drac").page();
            button(page, "この文章を聞く").click();
            assertThat(said(page, 1).get(0)).containsEntry("text", "受信をどう知るか");
            page.evaluate("() => standInVoice.end()");
            assertThat(said(page, 2).get(1)).containsEntry("text", "じゅしんがかりがドラックを呼びます。");
        }
    }

    @Test
    void english_has_its_own_voice_and_the_pace_is_chosen(Browser browser) {
        try (Learner learner = SITE.learner(browser, Scripts.ON)) {
            learner.context().addCookies(List.of(new Cookie("pace", "slow").setUrl(SITE.origin())));
            Page page = open(learner, "/en/read/e-words").page();
            button(page, "Listen to this text").click();
            assertThat(said(page, 1).get(0))
                    .containsEntry("lang", "en-US")
                    .containsEntry("voice", "en-US")
                    .containsEntry("rate", 0.75);
            page.locator(".looks summary").click();
            assertThat(page.locator("input[name=pace][value=slow]").isChecked()).isTrue();
        }
    }

    @Test
    void without_a_voice_or_without_scripts_there_is_no_button(Browser browser) {
        for (Scripts scripts : Scripts.values()) {
            try (Learner learner = SITE.learner(browser, scripts)) {
                learner.context().addInitScript(NO_VOICE);
                Page page = learner.open("/read/dion").page();
                assertThat(page.locator("[data-aloud]:visible").count()).isZero();
                page.locator(".looks summary").click();
                assertThat(page.locator("input[name=pace]:visible").count()).isZero();
            }
        }
    }
}
