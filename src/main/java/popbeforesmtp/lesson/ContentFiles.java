package popbeforesmtp.lesson;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import popbeforesmtp.lesson.course.LessonReader;
import popbeforesmtp.lesson.course.Quiz;
import popbeforesmtp.lesson.experiment.ServerPrograms;
import popbeforesmtp.lesson.prose.Readings;
import popbeforesmtp.lesson.reading.Claims;
import popbeforesmtp.lesson.reading.Explanation;
import popbeforesmtp.lesson.reading.Glossary;
import popbeforesmtp.lesson.reading.MailHelp;
import popbeforesmtp.lesson.reading.Timeline;
import popbeforesmtp.lesson.source.BadContent;
import popbeforesmtp.lesson.source.ResourceRoot;
import popbeforesmtp.lesson.source.YamlNode;

/** The files of the content as they stand at one moment. Used by one thread. */
public final class ContentFiles {

    /** The languages; the first one is the elder twin. */
    public static final List<String> LANGUAGES = List.of("ja", "en");

    /** The files of each language that must have the same form in all, with the words whose values are the same, too. */
    public static final Map<String, Set<String>> TWINS = Map.of(
            "claims.yml", Set.of("id"),
            "compare.yml", Set.of("id", "source", "claims", "case"),
            "help.yml", Set.of("id", "if-yes", "if-no", "answer"),
            "history.yml", Set.of("id"),
            "lessons.yml", Set.of("number", "answer"),
            "quiz.yml", Set.of("id"),
            "servers.yml", Set.of("id"),
            "words.yml", Set.of("id", "see"),
            "worksheet.yml", Set.of("id", "mark"));

    private final Map<String, String> texts;
    private final Map<String, YamlNode> outlines = new HashMap<>();

    private ContentFiles(Map<String, String> texts) {
        this.texts = texts;
    }

    static ContentFiles read(ResourceRoot shelf) {
        Map<String, String> texts = new HashMap<>();
        paths().forEach(path -> texts.put(
                path,
                shelf.read(path)
                        .map(octets -> new String(octets, UTF_8))
                        .orElseThrow(() -> new BadContent(path, 1, "this file is missing"))));
        return new ContentFiles(Map.copyOf(texts));
    }

    private static Stream<String> paths() {
        Stream<String> shared = Stream.of(
                "content/cases.yml",
                Claims.FACTS,
                Glossary.FACTS,
                MailHelp.FACTS,
                Timeline.FACTS,
                LessonReader.FACTS,
                Quiz.FACTS,
                ServerPrograms.FACTS,
                Readings.FILE);
        return Stream.concat(shared, LANGUAGES.stream().flatMap(ContentFiles::paths));
    }

    private static Stream<String> paths(String language) {
        return Stream.of(
                        TWINS.keySet().stream(),
                        Stream.of("cases.properties"),
                        Explanation.SLUGS.stream().map(slug -> "read/" + slug + ".md"),
                        Edition.ARTICLES.stream().map(slug -> slug + ".md"))
                .flatMap(names -> names)
                .map(name -> path(language, name));
    }

    /** The path of a file of a language. */
    public static String path(String language, String name) {
        return "content/" + language + "/" + name;
    }

    /** Whether nothing was changed between these two moments. */
    boolean isSameAs(ContentFiles other) {
        return texts.equals(other.texts);
    }

    String text(String path) {
        return texts.getOrDefault(path, "");
    }

    YamlNode outline(String language, String name) {
        return outline(path(language, name));
    }

    YamlNode outline(String path) {
        return outlines.computeIfAbsent(path, it -> YamlNode.read(it, text(it)));
    }
}
