package popbeforesmtp.lesson.reading;

import java.util.List;
import java.util.Set;
import popbeforesmtp.lesson.prose.Prose;
import popbeforesmtp.lesson.prose.ProseParser;
import popbeforesmtp.lesson.prose.YamlFields;
import popbeforesmtp.lesson.source.FrontMatter;

/**
 * One of the old explanations, or the story, retold: a text in which every claim is a marked passage.
 *
 * @param slug its name in links, {@code e-words}
 * @param title its heading
 * @param source who explained it so
 * @param description one or two sentences for search engines and links, bare words
 * @param lead how it opens
 * @param body paragraphs and headings from the second level on; {@link Prose#passages} are its claims
 */
public record Explanation(String slug, Prose title, Prose source, String description, Prose lead, Prose body) {

    /** The names of all, in the order of the menu. */
    public static final List<String> SLUGS = List.of("story", "e-words", "atmarkit", "plala", "dion");

    private static final Set<String> WORDS = Set.of("title", "source", "description", "lead");

    public static Explanation read(String slug, String file, String text, Set<String> claims, ProseParser parser) {
        FrontMatter page = FrontMatter.of(file, text);
        YamlFields fields = YamlFields.of(page.head(), WORDS, parser);
        return new Explanation(
                slug,
                fields.prose("title"),
                fields.prose("source"),
                fields.prose("description").plain(),
                fields.prose("lead"),
                parser.blocks(file, page.body(), claims));
    }
}
