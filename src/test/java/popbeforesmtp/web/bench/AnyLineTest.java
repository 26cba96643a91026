package popbeforesmtp.web.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.Protocol;
import popbeforesmtp.eventlog.Reason;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.eventlog.Speaker;
import popbeforesmtp.lesson.dialogue.DialogueExplainer;
import popbeforesmtp.lesson.dialogue.Meaning;
import popbeforesmtp.lesson.dialogue.Redaction;
import popbeforesmtp.lesson.source.ResourceRoot;
import popbeforesmtp.network.Addresses;
import popbeforesmtp.web.page.Furigana;
import popbeforesmtp.web.page.Language;
import popbeforesmtp.web.page.Localizer;
import popbeforesmtp.web.page.Messages;
import popbeforesmtp.web.page.Phrases;

/** A hand types anything, and a page of whoever typed it is shown ever after: no line may break it, whoever says it. */
class AnyLineTest {

    private static final int LINES = Integer.getInteger("any.lines", 8_000);
    private static final SeatId SEAT = SeatId.FIRST;
    private static final Messages TEXTS = new Messages(ResourceRoot.packed());
    private static final InetAddress ADDRESS = Addresses.of("198.51.100.7");

    private static final List<String> WORDS = List.of(
            "EHLO",
            "helo",
            "MAIL FROM:",
            "RCPT TO:",
            "DATA",
            "AUTH PLAIN",
            "VRFY",
            "QUIT",
            "USER",
            "PASS",
            "RETR",
            "TOP",
            "LIST",
            "UIDL",
            "CAPA",
            "STAT",
            "250",
            "250-SIZE",
            "334",
            "550 5.7.1",
            "+OK",
            "-ERR",
            "-ERR [AUTH]",
            ".",
            "<",
            ">",
            "<>",
            "@",
            "hanako@plala.example",
            "1",
            "99999999999999999999",
            " ",
            ":",
            "::",
            "\t",
            "ß",
            "\u0149",
            "\u07c0\u07c0\u07c0\u07c0 a",
            "İ",
            "ı",
            "\u0000",
            "\u001b$B",
            "\ufeff",
            "\u2028",
            "{host}",
            "{公民館|こうみんかん}",
            "$1",
            "\\",
            "%s",
            "\ud83d\ude00");

    private static String line(Random chance) {
        StringBuilder line = new StringBuilder();
        for (int i = chance.nextInt(6); i >= 0; i--) {
            switch (chance.nextInt(4)) {
                case 0 -> line.appendCodePoint(chance.nextInt(Character.MAX_CODE_POINT + 1));
                case 1 -> line.append((char) chance.nextInt(256));
                case 2 -> line.append(' ');
                default -> line.append(WORDS.get(chance.nextInt(WORDS.size())));
            }
        }
        // As the wire carries it: octets, each a letter.
        return chance.nextBoolean()
                ? new String(line.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
                : line.toString();
    }

    private static Event.Said said(int session, Speaker speaker, String line) {
        return new Event.Said(Instant.EPOCH, session, speaker, line);
    }

    private static List<Event> talk(Protocol protocol, long seed) {
        Random chance = new Random(seed);
        List<Event> talk = new ArrayList<>();
        int session = 0;
        for (int i = 0; i < LINES; i++) {
            if (chance.nextInt(20) == 0) {
                session++;
            }
            if (session > 0 && chance.nextInt(20) == 0) {
                talk.add(new Event.SessionOpened(
                        Instant.EPOCH,
                        session,
                        SEAT,
                        protocol,
                        new Event.Called("smtp.plala.example", 25),
                        "plala.example",
                        ADDRESS));
            }
            talk.add(said(session, chance.nextBoolean() ? Speaker.CLIENT : Speaker.SERVER, line(chance)));
        }
        return talk;
    }

    @ParameterizedTest
    @EnumSource
    void every_line_has_a_meaning_and_can_be_shown_in_every_language(Protocol protocol) {
        List<Event> talk = talk(protocol, 587 + protocol.name().length());
        List<Meaning> meanings = DialogueExplainer.of(talk, Optional.empty());
        assertThat(meanings).hasSameSizeAs(talk);
        for (Language language : Language.values()) {
            for (Furigana furigana : Furigana.values()) {
                Localizer words = new Localizer(new Phrases(TEXTS.all(language)), language, furigana);
                assertThat(TalkLine.unfolded(talk, words)).hasSameSizeAs(talk);
                assertThat(TalkLine.of(Redaction.talk(talk), words)).isNotEmpty();
            }
        }
    }

    @Test
    void a_verb_that_is_longer_in_capitals_is_no_verb() {
        for (String verb : List.of("\u00df\u0080\u00df\u0080\u00df\u0080\u00df\u0080 a", "\u00df b", "\u0149 c")) {
            Meaning meaning = DialogueExplainer.of(List.of(said(1, Speaker.CLIENT, verb)), Optional.empty())
                    .get(0);
            assertThat(meaning.telling().key()).as(verb).isEqualTo("talk.client.other");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIL FROM:<a@b.example>", "mail from:<a@b.example>", "MAIL  FROM: <a@b.example> SIZE=1"})
    void what_follows_a_verb_is_read_from_its_end(String line) {
        Meaning meaning = DialogueExplainer.of(List.of(said(1, Speaker.CLIENT, line)), Optional.empty())
                .get(0);
        assertThat(meaning.telling().values()).containsEntry("sender", "a@b.example");
    }

    @ParameterizedTest
    @EnumSource
    void a_reason_beside_any_line_breaks_nothing(Reason reason) {
        List<Event> talk = new ArrayList<>();
        for (String word : WORDS) {
            talk.add(new Event.Decided(
                    Instant.EPOCH,
                    1,
                    "plala.example",
                    ADDRESS,
                    new Event.Envelope("a", "b"),
                    new Event.Verdict(reason, null, List.of())));
            talk.add(said(1, Speaker.SERVER, word));
        }
        assertThat(DialogueExplainer.of(talk, Optional.empty())).hasSize(WORDS.size());
    }
}
