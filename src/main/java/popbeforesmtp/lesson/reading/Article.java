package popbeforesmtp.lesson.reading;

import java.util.Set;
import popbeforesmtp.lesson.prose.Prose;
import popbeforesmtp.lesson.prose.ProseParser;
import popbeforesmtp.lesson.prose.YamlFields;
import popbeforesmtp.lesson.source.FrontMatter;

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

    public static Article read(String slug, String file, String text, ProseParser parser) {
        FrontMatter page = FrontMatter.of(file, text);
        YamlFields fields = YamlFields.of(page.head(), WORDS, parser);
        return new Article(
                slug,
                fields.prose("title"),
                fields.prose("description").plain(),
                parser.blocks(file, page.body(), Set.of()));
    }
}
