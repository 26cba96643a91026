package popbeforesmtp.lesson.course;

import java.util.List;
import java.util.Set;
import popbeforesmtp.lesson.course.Worksheet.Answer;
import popbeforesmtp.lesson.course.Worksheet.Answers;
import popbeforesmtp.lesson.course.Worksheet.Difference;
import popbeforesmtp.lesson.course.Worksheet.Gap;
import popbeforesmtp.lesson.course.Worksheet.Row;
import popbeforesmtp.lesson.course.Worksheet.Solved;
import popbeforesmtp.lesson.course.Worksheet.Telling;
import popbeforesmtp.lesson.course.Worksheet.TrialsTask;
import popbeforesmtp.lesson.course.Worksheet.WordsTask;
import popbeforesmtp.lesson.prose.Prose;
import popbeforesmtp.lesson.prose.ProseParser;
import popbeforesmtp.lesson.prose.YamlFields;
import popbeforesmtp.lesson.source.YamlNode;

/** Reads the practice sheet. */
public final class WorksheetReader {

    private static final Set<String> FILE_WORDS =
            Set.of("title", "date", "words", "trials", "difference", "telling", "surprise", "overleaf", "answers");
    private static final Set<String> WORDS = Set.of("title", "task", "choices", "rows");
    private static final Set<String> WORD = Set.of("id", "before", "after", "answer");
    private static final Set<String> TRIALS = Set.of("title", "legend", "columns", "rows");
    private static final List<String> COLUMNS = List.of("trial", "guess", "result", "reply");
    private static final Set<String> TRIAL = Set.of("id", "mark", "text");
    private static final Set<String> DIFFERENCE = Set.of("title", "before", "after", "answer");
    private static final Set<String> TELLING = Set.of("title", "parts", "answers", "note");
    private static final Set<String> SURPRISE = Set.of("title");
    private static final Set<String> ANSWERS = Set.of("title", "rows", "puzzle", "surprise");
    private static final Set<String> ANSWER = Set.of("id", "result", "reply", "why");
    private static final Set<String> SOLVED = Set.of("id", "reply", "why");

    private WorksheetReader() {}

    public static Worksheet read(YamlNode outline, ProseParser parser) {
        YamlFields file = YamlFields.of(outline, FILE_WORDS, parser);
        return new Worksheet(
                new Worksheet.Heading(file.prose("title"), file.prose("date")),
                words(file.part("words", WORDS)),
                trials(file.part("trials", TRIALS)),
                difference(file.part("difference", DIFFERENCE)),
                telling(file.part("telling", TELLING)),
                new Worksheet.Closing(file.part("surprise", SURPRISE).prose("title"), file.prose("overleaf")),
                answers(file.part("answers", ANSWERS)));
    }

    private static WordsTask words(YamlFields words) {
        return new WordsTask(
                words.prose("title"),
                words.prose("task"),
                words.proses("choices"),
                words.parts("rows", WORD).stream().map(WorksheetReader::gap).toList());
    }

    private static Difference difference(YamlFields difference) {
        return new Difference(difference.prose("title"), gap(difference));
    }

    private static Gap gap(YamlFields gap) {
        return new Gap(gap.prose("before"), gap.prose("after"), gap.prose("answer"));
    }

    private static TrialsTask trials(YamlFields trials) {
        YamlFields columns = trials.part("columns", Set.copyOf(COLUMNS));
        return new TrialsTask(
                trials.prose("title"),
                trials.prose("legend"),
                COLUMNS.stream().map(columns::prose).toList(),
                trials.parts("rows", TRIAL).stream()
                        .map(row -> new Row(row.text("id"), row.prose("mark"), row.prose("text")))
                        .toList());
    }

    private static Telling telling(YamlFields telling) {
        List<Prose> parts = telling.proses("parts");
        List<Prose> answers = telling.proses("answers");
        if (answers.size() != parts.size() - 1) {
            throw telling.at("answers").bad("one answer a gap is expected: " + (parts.size() - 1));
        }
        return new Telling(telling.prose("title"), parts, answers, telling.prose("note"));
    }

    private static Answers answers(YamlFields answers) {
        return new Answers(
                answers.prose("title"),
                answers.parts("rows", ANSWER).stream()
                        .map(row ->
                                new Answer(row.text("id"), row.prose("result"), row.prose("reply"), row.prose("why")))
                        .toList(),
                answers.parts("puzzle", SOLVED).stream()
                        .map(box -> new Solved(box.text("id"), box.prose("reply"), box.prose("why")))
                        .toList(),
                answers.prose("surprise"));
    }
}
