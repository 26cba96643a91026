package popbeforesmtp.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import popbeforesmtp.web.http.SiteOptions;

/** A word of the glossary is linked where it comes first in a text. */
class FirstUseTest {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("pop-before-smtp", "POP before SMTP"),
            Map.entry("pop3", "受信係"),
            Map.entry("smtp", "送信係"),
            Map.entry("mail-program", "メールソフト"),
            Map.entry("mail-server", "メールサーバー"),
            Map.entry("ok-list", "送信OKリスト"),
            Map.entry("window", "期限"),
            Map.entry("ip-address", "IPアドレス"),
            Map.entry("provider", "プロバイダー"),
            Map.entry("adsl", "ADSL"),
            Map.entry("router", "ルーター"),
            Map.entry("firewall", "ファイアウォール"),
            Map.entry("port-25", "25番"),
            Map.entry("port-587", "587番"),
            Map.entry("relay", "中継"),
            Map.entry("spam", "迷惑メール"),
            Map.entry("smtp-auth", "SMTP認証"),
            Map.entry("op25b", "OP25B"));

    @RegisterExtension
    static final PracticeSite SITE = new PracticeSite(SiteOptions.usual());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/read/story",
                "/read/e-words",
                "/read/atmarkit",
                "/read/plala",
                "/read/dion",
                "/history",
                "/compare",
                "/sources",
                "/about"
            })
    void a_word_is_linked_where_it_comes_first(String path) {
        String text = text(SITE.reader().get(path).body());
        Map<String, String> unlinked = new TreeMap<>();
        WORDS.forEach((id, word) -> {
            int first = plain(text).indexOf(word);
            if (first >= 0 && plain(text, id).indexOf("〔〕") != first) {
                unlinked.put(id, plain(text).substring(Math.max(0, first - 10), first + word.length()));
            }
        });
        assertThat(unlinked).isEmpty();
    }

    /** What is read of a page: no headings, nothing beside or below the text. */
    private static String text(String page) {
        String text = page.substring(page.indexOf("<main"), page.indexOf("</main>"));
        for (String part : List.of("aside", "nav", "header", "footer", "h1", "h2", "thead", "rt", "rp")) {
            text = text.replaceAll("(?s)<" + part + "\\b.*?</" + part + ">", "");
        }
        return text.replaceAll("(?s)<p class=\"quiet.*?</p>|<a (?!class=\"word\")[^>]*>.*?</a>", "");
    }

    private static String plain(String text) {
        return text.replaceAll("<[^>]*>", "");
    }

    /** The same with a sign where the word of that id is linked, before its words. */
    private static String plain(String text, String id) {
        return plain(text.replaceAll("<a class=\"word\" href=\"[^\"]*#" + id + "\">", "〔〕"));
    }
}
