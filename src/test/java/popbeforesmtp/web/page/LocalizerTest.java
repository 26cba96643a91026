package popbeforesmtp.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import popbeforesmtp.sandbox.explain.Message;

class LocalizerTest {

    private static final Instant FIVE_PAST = Instant.parse("2007-04-02T05:05:00Z");
    private static final Map<String, String> TEXTS = Map.of(
            "plain", "<{name}> & {n}",
            "ruby", "{公民館|こうみんかん}で{送||おく}る",
            "twice", "{公民館|こうみんかん}と{公民館|こうみんかん}",
            "verdict", "断られました",
            "reason", "断られました。先に受信します。",
            "en.verdict", "It went through",
            "en.reason", "It went through: this caller was lucky.",
            "time", "It was {time}.",
            "place.home", "自宅（ぷらら）",
            "moved", "{place}へ、{ip}");

    private static Localizer japanese(Furigana furigana) {
        return new Localizer(new Phrases(TEXTS), Language.JA, furigana);
    }

    @Test
    void texts_and_values_are_escaped_in_html_and_bare_elsewhere() {
        Message telling = Message.of("plain").with("name", "<b>").with("n", 2_520_000L);
        assertThat(japanese(Furigana.HARD).html(telling)).isEqualTo("&lt;&lt;b&gt;&gt; &amp; 2,520,000");
        assertThat(japanese(Furigana.HARD).plain(telling)).isEqualTo("<<b>> & 2,520,000");
    }

    @Test
    void readings_are_given_as_the_reader_wants() {
        String ruby = "<ruby>公民館<rp>(</rp><rt aria-hidden=\"true\">こうみんかん</rt><rp>)</rp></ruby>";
        assertThat(japanese(Furigana.OFF).html("ruby")).isEqualTo("公民館で送る");
        assertThat(japanese(Furigana.HARD).html("ruby")).isEqualTo(ruby + "で送る");
        assertThat(japanese(Furigana.ALL).html("ruby"))
                .isEqualTo(ruby + "で<ruby>送<rp>(</rp><rt aria-hidden=\"true\">おく</rt><rp>)</rp></ruby>る");
        assertThat(japanese(Furigana.ALL).plain("ruby")).isEqualTo("公民館で送る");
        assertThat(japanese(Furigana.HARD).html("twice")).isEqualTo(ruby + "と公民館");
        assertThat(japanese(Furigana.ALL).html("twice")).isEqualTo(ruby + "と" + ruby);
    }

    @Test
    void a_verdict_is_not_told_twice() {
        assertThat(japanese(Furigana.OFF).htmlAfter("verdict", Message.of("reason")))
                .isEqualTo("先に受信します。");
        assertThat(new Localizer(new Phrases(TEXTS), Language.EN, Furigana.OFF)
                        .htmlAfter("en.verdict", Message.of("en.reason")))
                .isEqualTo("This caller was lucky.");
    }

    @Test
    void values_have_the_form_of_the_language() throws UnknownHostException {
        InetAddress address = InetAddress.getByAddress("x", new byte[] {(byte) 198, 51, 100, 7});
        assertThat(japanese(Furigana.OFF)
                        .html(Message.of("moved").with("place", "home").with("ip", address)))
                .isEqualTo("自宅（ぷらら）へ、198.51.100.7");
        assertThat(new Localizer(new Phrases(TEXTS), Language.EN, Furigana.OFF)
                        .plain(Message.of("time").with("time", FIVE_PAST)))
                .isEqualTo("It was 2:05 p.m.");
    }

    @Test
    void seconds_are_told_when_there_are_any_and_days_from_the_second_on() {
        assertThat(Times.full(Language.JA, FIVE_PAST)).isEqualTo("午後2時05分");
        assertThat(Times.full(Language.JA, FIVE_PAST.plusSeconds(1))).isEqualTo("午後2時05分01秒");
        assertThat(Times.brief(Language.JA, FIVE_PAST)).isEqualTo("2時05分");
        assertThat(Times.full(Language.EN, FIVE_PAST.plusSeconds(1))).isEqualTo("2:05:01 p.m.");
        assertThat(Times.stamp(FIVE_PAST.plusSeconds(30))).isEqualTo("2:05:30");
        assertThat(Times.machine(FIVE_PAST)).isEqualTo("2007-04-02T14:05:00+09:00");
        Instant midnight = Instant.parse("2007-04-02T15:00:00Z");
        assertThat(Times.full(Language.JA, midnight)).isEqualTo("2日目 午前0時00分");
        assertThat(Times.full(Language.EN, midnight)).isEqualTo("day 2, 12:00 a.m.");
        assertThat(Times.full(Language.EN, Instant.parse("2007-04-02T03:30:00Z")))
                .isEqualTo("12:30 p.m.");
        assertThat(Times.full(Language.JA, Instant.parse("2007-04-02T03:30:00Z")))
                .isEqualTo("午後0時30分");
    }

    @Test
    void spans_are_minutes_and_seconds() {
        assertThat(Times.span(Language.JA, Duration.ofMinutes(5))).isEqualTo("5分");
        assertThat(Times.span(Language.JA, Duration.ofSeconds(90))).isEqualTo("1分30秒");
        assertThat(Times.span(Language.EN, Duration.ofSeconds(90))).isEqualTo("1 min 30 s");
        assertThat(Times.span(Language.EN, Duration.ofSeconds(30))).isEqualTo("30 s");
        assertThat(Times.span(Language.JA, Duration.ZERO)).isEqualTo("0分");
    }
}
