package popbeforesmtp.lesson;

import java.util.List;
import java.util.Set;
import popbeforesmtp.lesson.Worksheet.Answer;
import popbeforesmtp.lesson.Worksheet.Answers;
import popbeforesmtp.lesson.Worksheet.Difference;
import popbeforesmtp.lesson.Worksheet.Gap;
import popbeforesmtp.lesson.Worksheet.Row;
import popbeforesmtp.lesson.Worksheet.Solved;
import popbeforesmtp.lesson.Worksheet.Telling;
import popbeforesmtp.lesson.Worksheet.TrialsTask;
import popbeforesmtp.lesson.Worksheet.WordsTask;

/** Reads the practice sheet. */
final class WorksheetReader {

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

    static Worksheet read(Outline outline, Scribe scribe) {
        Fields file = Fields.of(outline, FILE_WORDS, scribe);
        return new Worksheet(
                file.prose("title"),
                file.prose("date"),
                words(file.part("words", WORDS)),
                trials(file.part("trials", TRIALS)),
                difference(file.part("difference", DIFFERENCE)),
                telling(file.part("telling", TELLING)),
                file.part("surprise", SURPRISE).prose("title"),
                file.prose("overleaf"),
                answers(file.part("answers", ANSWERS)));
    }

    private static WordsTask words(Fields words) {
        return new WordsTask(
                words.prose("title"),
                words.prose("task"),
                words.proses("choices"),
                words.parts("rows", WORD).stream().map(WorksheetReader::gap).toList());
    }

    private static Difference difference(Fields difference) {
        return new Difference(difference.prose("title"), gap(difference));
    }

    private static Gap gap(Fields gap) {
        return new Gap(gap.prose("before"), gap.prose("after"), gap.prose("answer"));
    }

    private static TrialsTask trials(Fields trials) {
        Fields columns = trials.part("columns", Set.copyOf(COLUMNS));
        return new TrialsTask(
                trials.prose("title"),
                trials.prose("legend"),
                COLUMNS.stream().map(columns::prose).toList(),
                trials.parts("rows", TRIAL).stream()
                        .map(row -> new Row(row.text("id"), row.prose("mark"), row.prose("text")))
                        .toList());
    }

    private static Telling telling(Fields telling) {
        List<Prose> parts = telling.proses("parts");
        List<Prose> answers = telling.proses("answers");
        if (answers.size() != parts.size() - 1) {
            throw telling.at("answers").bad("one answer a gap is expected: " + (parts.size() - 1));
        }
        return new Telling(telling.prose("title"), parts, answers, telling.prose("note"));
    }

    private static Answers answers(Fields answers) {
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
