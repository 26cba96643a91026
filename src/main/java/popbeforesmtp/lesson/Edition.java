package popbeforesmtp.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that is taught, in one language.
 *
 * @param explanations the story and the four explanations, in the order of the menu
 * @param articles the sources, about this site, and how far everyone can use it
 * @param claims what the explanations say
 * @param comparison the four side by side
 * @param glossary the words
 * @param timeline the history
 * @param lessons the lessons, the first is number 1
 * @param quiz the quiz
 * @param worksheet the practice sheet
 */
public record Edition(
        List<Explanation> explanations,
        List<Article> articles,
        Claims claims,
        Comparison comparison,
        Glossary glossary,
        Timeline timeline,
        List<Lesson> lessons,
        Quiz quiz,
        Worksheet worksheet) {

    static final List<String> ARTICLES = List.of("sources", "about", "a11y");

    /** Keeps the lists as they are now. */
    public Edition {
        explanations = List.copyOf(explanations);
        articles = List.copyOf(articles);
        lessons = List.copyOf(lessons);
    }

    /** The explanation of that slug. */
    public Optional<Explanation> explanation(String slug) {
        return explanations.stream().filter(it -> it.slug().equals(slug)).findFirst();
    }

    /** The article of that slug. */
    public Optional<Article> article(String slug) {
        return articles.stream().filter(it -> it.slug().equals(slug)).findFirst();
    }

    /** The lesson of that number. */
    public Optional<Lesson> lesson(int number) {
        return lessons.stream().filter(it -> it.number() == number).findFirst();
    }

    static Edition read(Files files, String language, Signposts signposts) {
        Scribe scribe = new Scribe();
        Timeline timeline =
                Timeline.read(files.outline(Timeline.FACTS), files.outline(language, "history.yml"), scribe);
        Claims claims = Claims.read(
                files.outline(Claims.FACTS), files.outline(language, "claims.yml"), timeline, signposts, scribe);
        List<Explanation> explanations = new ArrayList<>();
        for (String slug : Explanation.SLUGS) {
            String file = Files.path(language, "read/" + slug + ".md");
            explanations.add(Explanation.read(slug, file, files.text(file), claims.ids(slug), scribe));
        }
        List<Article> articles = new ArrayList<>();
        for (String slug : ARTICLES) {
            String file = Files.path(language, slug + ".md");
            articles.add(Article.read(slug, file, files.text(file), scribe));
        }
        Edition edition = new Edition(
                explanations,
                articles,
                claims,
                Comparison.read(files.outline(language, "compare.yml"), claims, signposts, scribe),
                Glossary.read(files.outline(Glossary.FACTS), files.outline(language, "words.yml"), scribe),
                timeline,
                LessonReader.read(
                        files.outline(LessonReader.FACTS), files.outline(language, "lessons.yml"), signposts, scribe),
                Quiz.read(files.outline(Quiz.FACTS), files.outline(language, "quiz.yml"), signposts, scribe),
                WorksheetReader.read(files.outline(language, "worksheet.yml"), scribe));
        signposts.check(scribe.references(), claims, edition.glossary(), timeline);
        return edition;
    }
}
