package popbeforesmtp.lesson;

import java.util.Set;

/**
 * A page to read that claims nothing to be tried: the sources, about this site.
 *
 * @param slug its name in links
 * @param title its heading
 * @param description one or two sentences for search engines and links, bare words
 * @param body paragraphs and headings from the second level on
 */
public record Article(String slug, Prose title, String description, Prose body) {

    private static final Set<String> WORDS = Set.of("title", "description");

    static Article read(String slug, String file, String text, Scribe scribe) {
        FrontMatter page = FrontMatter.of(file, text);
        Fields fields = Fields.of(page.head(), WORDS, scribe);
        return new Article(
                slug,
                fields.prose("title"),
                fields.prose("description").plain(),
                scribe.blocks(file, page.body(), Set.of()));
    }
}
