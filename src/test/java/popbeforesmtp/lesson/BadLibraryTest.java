package popbeforesmtp.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import popbeforesmtp.lesson.source.BadContent;
import popbeforesmtp.lesson.source.ResourceRoot;

/** A slip in what is taught is named by file and line, whatever kind of slip it is. */
class BadLibraryTest {

    private static final Path CONTENT = Path.of("content");

    @TempDir
    Path root;

    @BeforeEach
    void copy() throws IOException {
        try (Stream<Path> files = Files.walk(CONTENT)) {
            files.forEach(file -> {
                try {
                    Files.copy(file, root.resolve(file.toString()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '^',
            value = {
                // file ¦ what stands there ¦ what is written instead ¦ the fault; * if another line is named; ~ is a
                // quote
                "claims.yml       ¦ - id: E7                              ¦ - id: E6                             ¦ doubled id 'E6'",
                "claims.yml       ¦ - id: E7                              ¦ - id: E77                            ¦ *there is no 'E7' in content/claims.yml",
                "claims.yml       ¦ {id: two-exits,                       ¦ {id: three-exits,                    ¦ unknown case 'three-exits'",
                "claims.yml       ¦ {id: two-exits, outcome: refused      ¦ {id: two-exits, outcome: lost        ¦ case 'two-exits' never ends with lost, address-changed",
                "claims.yml       ¦ history: devices                      ¦ history: gadgets                     ¦ unknown place on the history page 'gadgets'",
                "claims.yml       ¦ history: isp-adoption                 ¦                                      ¦ *nothing shows this claim",
                "claims.yml       ¦ verdict: loose                        ¦ verdict: lose                        ¦ unknown verdict 'lose'",
                "claims.yml       ¦ source: dion                          ¦ source: dionn                        ¦ unknown source 'dionn'",
                "words.yml        ¦ - smtp-auth                           ¦ - smtp-login                         ¦ *unknown word 'smtp-auth'",
                "words.yml        ¦ - port-587                            ¦ - port-25                            ¦ doubled id 'port-25'",
                "history.yml      ¦ date: 1998-07-22                      ¦ date: 1998-22-07                     ¦ unknown date '1998-22-07'",
                "history.yml      ¦ minutes: 20                           ¦ minutes: twenty                      ¦ unknown number 'twenty'",
                "history.yml      ¦ {id: jeag,                            ¦ {id: jaeg,                           ¦ *there is no 'jeag' in content/history.yml",
                "quiz.yml         ¦ answer: c                             ¦ answer: d                            ¦ unknown answer 'd'",
                "quiz.yml         ¦ case: redial                          ¦ case: redail                         ¦ unknown case 'redail'",
                "quiz.yml         ¦ {id: 7,                               ¦ {id: 8,                              ¦ *doubled id '8'",
                "lessons.yml      ¦ case: wrong-password                  ¦ case: wrong-pass                     ¦ unknown case 'wrong-pass'",
                "lessons.yml      ¦ steps: [receive, hang-up, dial, send] ¦ steps: [receive, hangup, dial, send] ¦ unknown press 'hangup'",
                "lessons.yml      ¦ reason: address-changed}              ¦ reason: expired}                     ¦ *case 'redial' never ends with refused, expired",
                "lessons.yml      ¦ predict_on: 5                         ¦ predict_on: 4                        ¦ the last step is guessed, number 5",
                "lessons.yml      ¦ [receive, send, clock,                ¦ [receive, send,                      ¦ no control for Advance",
                "lessons.yml      ¦ {places: [centre, next-seat]}         ¦ {places: [centre, next-chair]}       ¦ unknown place 'next-chair'",
                "lessons.yml      ¦ cause: town-server                    ¦ cause: town                          ¦ unknown cause 'town'",
                "lessons.yml      ¦ ladder: [name,                        ¦ ladder: [names,                      ¦ the rungs are name, connect-110",
                "lessons.yml      ¦ - number: 5                           ¦ - number: 9                          ¦ *there is no '5' in content/lessons.yml",
                "ja/claims.yml    ¦ - id: A9                              ¦ - id: A10                            ¦ there is no 'A10' in content/claims.yml",
                "en/claims.yml    ¦ - id: A9                              ¦ - id: A8                             ¦ doubled id 'A8'",
                "ja/words.yml     ¦ reading: ~メールサーバー~                    ¦ reading: ~~                          ¦ a text is expected here",
                "ja/words.yml     ¦ see: [smtp, log-in, mailbox]          ¦ see: [smtp, login, mailbox]          ¦ unknown word 'login'",
                "en/words.yml     ¦ see: [smtp, log-in, mailbox]          ¦ see: [smtp, mailbox]                 ¦ the list is not as long as that of content/ja/words.yml:",
                "en/quiz.yml      ¦ c: ~                                  ¦ d: ~                                 ¦ unknown word 'd'",
                "ja/lessons.yml   ¦ {公民館|こうみんかん}                          ¦ {公民館こうみんかん}                          ¦ a reading is written",
                "ja/readings.properties ¦ 送信 = そうしん ¦ 送信 = そう信 ¦ 'そう信' cannot be the reading of '送信'",
                "ja/readings.properties ¦ 送信 = そうしん ¦ そうしん = そうしん ¦ 'そうしん' has no Chinese character",
                "ja/lessons.yml   ¦ (word:smtp)                           ¦ (word:smpt)                          ¦ there is no word 'smpt'",
                "ja/lessons.yml   ¦ (claim:E8)                            ¦ (claim:E88)                          ¦ there is no claim 'E88'",
                "ja/lessons.yml   ¦ (case:login-is-enough)                ¦ (case:login-is-it)                   ¦ there is no case 'login-is-it'",
                "en/lessons.yml   ¦ (page:/learn/2)                       ¦ (page:/learn/8)                      ¦ there is no page '/learn/8'",
                "en/lessons.yml   ¦ (word:smtp)                           ¦ (https://example.org)                ¦ a link is written [text](word:id)",
                "en/lessons.yml   ¦ answer: c                             ¦ answer: b                            ¦ *unknown word 'b', known: a, c",
                "ja/quiz.yml      ¦ a: ~回線の会社は                      ¦ d: ~回線の会社は                     ¦ unknown word 'd', known: a, c",
                "en/lessons.yml   ¦ bigger:                               ¦ greater:                             ¦ unknown word 'greater'",
                "en/compare.yml   ¦ claims: [A2]                          ¦ claims: [A3]                         ¦ 'claims' is not that of content/ja/compare.yml:",
                "en/compare.yml   ¦ claims: [A2]                          ¦ claims: [E2]                         ¦ unknown claim of atmarkit 'E2'",
                "en/compare.yml   ¦ source: plala                         ¦ source: dion                         ¦ *unknown claim of dion 'P5'",
                "en/compare.yml   ¦ - {source: dion, text: ~Not said~, claims: []} ¦                             ¦ *one cell each is expected",
                "ja/sources.md    ¦ - **一般の知識**：                     ¦ - **一般の知識。**と                  ¦ bold words begin and end with **",
                "ja/worksheet.yml ¦ ~5~, ~送信~                             ¦ ~送信~                                 ¦ one answer a gap is expected: 3",
                "en/worksheet.yml ¦ mark: ~③~                             ¦ mark: ~4~                            ¦ 'mark' is not that of content/ja/worksheet.yml:",
                "ja/history.yml   ¦ (case:redial)                         ¦ (case:reddial)                       ¦ there is no case 'reddial'",
                "ja/read/dion.md  ¦ (claim:D4)                            ¦ (claim:D44)                          ¦ *claim 'D4' is not marked",
                "ja/read/dion.md  ¦ (page:/history#spam-relays)           ¦ (page:/history#spam)                 ¦ there is no page '/history#spam'",
                "en/read/dion.md  ¦ (word:spam)                           ¦ (word:ham)                           ¦ there is no word 'ham'",
                "en/read/dion.md  ¦ description:                          ¦ descripton:                          ¦ unknown word 'descripton'",
                "servers.yml      ¦ told: call                            ¦ told: shout                          ¦ unknown messenger 'shout'",
                "servers.yml      ¦ waits: 25                             ¦ waits: long                          ¦ unknown number 'long'",
                "servers.yml      ¦ waits: 2                              ¦ patience: 2                          ¦ unknown word 'patience'",
                "servers.yml      ¦ ends: sweep                           ¦ ends: cron                           ¦ *what cron sweeps is written by the desk",
                "servers.yml      ¦ - id: relay-ctrl                      ¦ - id: vpopmail                       ¦ doubled id 'vpopmail'",
                "servers.yml      ¦ - id: plain                           ¦ - id: plainer                        ¦ the first program is 'plain'",
                "servers.yml      ¦ at-the-end: in                        ¦ at-the-end: on                       ¦ 'on' is neither 'in' nor 'out'",
                "servers.yml      ¦ ~550 Relay denied~                    ¦ ~Relay denied~                       ¦ unknown form of what a server says",
                "servers.yml      ¦ location [{ip}]                       ¦ location [{client}]                  ¦ unknown form of what a server says",
                "servers.yml      ¦ chosen: [nobody]                      ¦ chosen: [somebody]                   ¦ unknown word of a program 'somebody'",
                "servers.yml      ¦ columns: [entry, since, compiled]     ¦ columns: [entry, since, built]       ¦ unknown column 'built'",
                "ja/servers.yml   ¦ - id: xmail                           ¦ - id: mailx                          ¦ *one card each is expected: plain, drac",
                "ja/servers.yml   ¦ columns: [~会員~, ~最後の住所~, ~受信した時刻~] ¦ columns: [~会員~]                   ¦ one head a column is expected",
                "en/servers.yml   ¦ overdue:                              ¦ late:                                ¦ unknown word 'late'",
                "en/servers.yml   ¦ - ~Unless someone switches it on, none of this happens.~ ¦                    ¦ *the list is not as long as that of content/ja/servers.yml:",
                "en/about.md      ¦ (page:/sources)                       ¦ (page:/source)                       ¦ there is no page '/source'",
            })
    void a_slip_is_named_by_its_line(String file, String good, String bad, String fault) throws IOException {
        Path path = root.resolve("content").resolve(file);
        String text = Files.readString(path);
        String there = good.replace('~', '"');
        assertThat(text).contains(there);
        long line = text.substring(0, text.indexOf(there) + 1).lines().count();
        Files.writeString(path, replaceFirst(text, there, bad == null ? "" : bad.replace('~', '"')));
        String where = fault.startsWith("*") ? "content/[a-z/]+\\.(yml|md):\\d+" : "content/" + file + ":" + line;
        assertThatThrownBy(() -> Library.load(ResourceRoot.live(root)))
                .isInstanceOf(BadContent.class)
                .hasMessageMatching(where + ": .*")
                .hasMessageContaining(fault.replace("*", ""));
    }

    @Test
    void a_broken_link_is_named_by_the_line_it_stands_in() throws IOException {
        Path path = root.resolve("content/ja/read/plala.md");
        String text = Files.readString(path);
        int line = (int) text.substring(0, text.indexOf("(word:relay)")).lines().count();
        Files.writeString(path, text.replace("(word:relay)", "(word:rely)"));
        assertBad("content/ja/read/plala.md:" + line + ": there is no word 'rely'");
    }

    @Test
    void a_claim_that_lost_its_passage_is_named() throws IOException {
        replace("content/en/read/dion.md", "(claim:D6)", "(word:window)");
        assertBad("content/en/read/dion.md:1: claim 'D6' is not marked: [...](claim:D6)");
    }

    @Test
    void a_claim_with_two_passages_is_named() throws IOException {
        replace("content/en/read/dion.md", "(page:/sources)", "(claim:D6)");
        assertThatThrownBy(() -> Library.load(ResourceRoot.live(root)))
                .isInstanceOf(BadContent.class)
                .hasMessageMatching("content/en/read/dion\\.md:\\d+: doubled claim 'D6'");
    }

    @Test
    void a_missing_twin_is_named() throws IOException {
        Files.delete(root.resolve("content/en/read/story.md"));
        assertBad("content/en/read/story.md:1: this file is missing");
    }

    @Test
    void a_page_without_its_beginning_is_named() throws IOException {
        replace("content/ja/about.md", "---\ntitle", "title");
        assertThatThrownBy(() -> Library.load(ResourceRoot.live(root)))
                .isInstanceOf(BadContent.class)
                .hasMessageStartingWith("content/ja/about.md:1: the file begins with");
    }

    @Test
    void a_corrected_sentence_counts_at_once_and_nothing_is_read_again_without_need() throws IOException {
        Library library = Library.load(ResourceRoot.live(root));
        Edition before = library.in("en");
        assertThat(library.in("en")).isSameAs(before);
        replace("content/en/about.md", "About this site", "About all this");
        assertThat(library.in("en").article("about").orElseThrow().title().plain())
                .isEqualTo("About all this");
    }

    @Test
    void a_slip_made_later_is_named_then_and_mended_again() throws IOException {
        Library library = Library.load(ResourceRoot.live(root));
        replace("content/en/about.md", "(page:/sources)", "(page:/sauces)");
        assertThatThrownBy(() -> library.in("ja")).isInstanceOf(BadContent.class);
        replace("content/en/about.md", "(page:/sauces)", "(page:/sources)");
        assertThat(library.in("ja").lessons()).hasSize(7);
    }

    @Test
    void what_is_only_opened_is_named_when_it_is_checked() throws IOException {
        replace("content/en/about.md", "(page:/sources)", "(page:/sauces)");
        Library library = Library.open(ResourceRoot.live(root));
        assertThat(library.cases().find("too-late")).isPresent();
        assertThatThrownBy(library::check).isInstanceOf(BadContent.class);
    }

    private void assertBad(String message) {
        assertThatThrownBy(() -> Library.load(ResourceRoot.live(root)))
                .isInstanceOf(BadContent.class)
                .hasMessage(message);
    }

    private void replace(String file, String good, String bad) throws IOException {
        Path path = root.resolve(file);
        Files.writeString(path, replaceFirst(Files.readString(path), good, bad));
    }

    private static String replaceFirst(String text, String good, String bad) {
        int at = text.indexOf(good);
        return at < 0 ? text : text.substring(0, at) + bad + text.substring(at + good.length());
    }
}
