package popbeforesmtp.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import popbeforesmtp.lesson.course.Lesson;
import popbeforesmtp.lesson.course.LessonReader;
import popbeforesmtp.lesson.course.Quiz;
import popbeforesmtp.lesson.course.Worksheet;
import popbeforesmtp.lesson.course.WorksheetReader;
import popbeforesmtp.lesson.experiment.CaseIndex;
import popbeforesmtp.lesson.experiment.ServerPrograms;
import popbeforesmtp.lesson.prose.ProseParser;
import popbeforesmtp.lesson.reading.Article;
import popbeforesmtp.lesson.reading.Claims;
import popbeforesmtp.lesson.reading.Comparison;
import popbeforesmtp.lesson.reading.Explanation;
import popbeforesmtp.lesson.reading.Glossary;
import popbeforesmtp.lesson.reading.MailHelp;
import popbeforesmtp.lesson.reading.ServerRoom;
import popbeforesmtp.lesson.reading.Timeline;

/**
 * All that is taught, in one language.
 *
 * @param texts the story and the explanations, and what they say
 * @param reference what to look things up in
 * @param course what to do
 */
public record Edition(Texts texts, Reference reference, Course course) {

    /**
     * What is read.
     *
     * @param explanations the story and the four explanations, in the order of the menu
     * @param articles the sources, about this site, and how far everyone can use it
     * @param claims what the explanations say
     */
    public record Texts(List<Explanation> explanations, List<Article> articles, Claims claims) {

        /** Keeps the lists as they are now. */
        public Texts {
            explanations = List.copyOf(explanations);
            articles = List.copyOf(articles);
        }
    }

    /**
     * What to look things up in.
     *
     * @param comparison the four explanations side by side
     * @param glossary the words
     * @param timeline the history
     * @param servers the programs that kept the list
     * @param help what to do when one's own mail will not leave
     */
    public record Reference(
            Comparison comparison, Glossary glossary, Timeline timeline, ServerRoom servers, MailHelp help) {}

    /**
     * What to do.
     *
     * @param lessons the lessons, the first is number 1
     * @param quiz the quiz
     * @param worksheet the practice sheet
     */
    public record Course(List<Lesson> lessons, Quiz quiz, Worksheet worksheet) {

        /** Keeps the list as it is now. */
        public Course {
            lessons = List.copyOf(lessons);
        }
    }

    public static final List<String> ARTICLES = List.of("sources", "about", "a11y");

    /** The story and the four explanations, in the order of the menu. */
    public List<Explanation> explanations() {
        return texts.explanations();
    }

    /** The sources, about this site, and how far everyone can use it. */
    public List<Article> articles() {
        return texts.articles();
    }

    /** What the explanations say. */
    public Claims claims() {
        return texts.claims();
    }

    /** The four explanations side by side. */
    public Comparison comparison() {
        return reference.comparison();
    }

    /** The words. */
    public Glossary glossary() {
        return reference.glossary();
    }

    /** The history. */
    public Timeline timeline() {
        return reference.timeline();
    }

    /** The programs that kept the list. */
    public ServerRoom servers() {
        return reference.servers();
    }

    /** What to do when one's own mail will not leave. */
    public MailHelp help() {
        return reference.help();
    }

    /** The lessons, the first is number 1. */
    public List<Lesson> lessons() {
        return course.lessons();
    }

    /** The quiz. */
    public Quiz quiz() {
        return course.quiz();
    }

    /** The practice sheet. */
    public Worksheet worksheet() {
        return course.worksheet();
    }

    /** The explanation of that slug. */
    public Optional<Explanation> explanation(String slug) {
        return explanations().stream().filter(it -> it.slug().equals(slug)).findFirst();
    }

    /** The article of that slug. */
    public Optional<Article> article(String slug) {
        return articles().stream().filter(it -> it.slug().equals(slug)).findFirst();
    }

    /** The lesson of that number. */
    public Optional<Lesson> lesson(int number) {
        return lessons().stream().filter(it -> it.number() == number).findFirst();
    }

    static Edition read(ContentFiles files, String language, CaseIndex index) {
        ProseParser parser = new ProseParser();
        Timeline timeline =
                Timeline.read(files.outline(Timeline.FACTS), files.outline(language, "history.yml"), parser);
        Claims claims = Claims.read(
                files.outline(Claims.FACTS), files.outline(language, "claims.yml"), timeline, index, parser);
        List<Explanation> explanations = new ArrayList<>();
        for (String slug : Explanation.SLUGS) {
            String file = ContentFiles.path(language, "read/" + slug + ".md");
            explanations.add(Explanation.read(slug, file, files.text(file), claims.ids(slug), parser));
        }
        List<Article> articles = new ArrayList<>();
        for (String slug : ARTICLES) {
            String file = ContentFiles.path(language, slug + ".md");
            articles.add(Article.read(slug, file, files.text(file), parser));
        }
        Glossary glossary = Glossary.read(files.outline(Glossary.FACTS), files.outline(language, "words.yml"), parser);
        Edition edition = new Edition(
                new Texts(explanations, articles, claims),
                new Reference(
                        Comparison.read(files.outline(language, "compare.yml"), claims, index, parser),
                        glossary,
                        timeline,
                        ServerRoom.read(
                                ServerPrograms.read(files.outline(ServerPrograms.FACTS)),
                                files.outline(language, "servers.yml"),
                                parser),
                        MailHelp.read(
                                files.outline(MailHelp.FACTS), files.outline(language, "help.yml"), index, parser)),
                new Course(
                        LessonReader.read(
                                files.outline(LessonReader.FACTS),
                                files.outline(language, "lessons.yml"),
                                index,
                                parser),
                        Quiz.read(files.outline(Quiz.FACTS), files.outline(language, "quiz.yml"), index, parser),
                        WorksheetReader.read(files.outline(language, "worksheet.yml"), parser)));
        LinkCheck.check(parser.references(), index, claims, edition.reference());
        return edition;
    }
}
