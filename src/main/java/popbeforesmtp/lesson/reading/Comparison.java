package popbeforesmtp.lesson.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import popbeforesmtp.lesson.experiment.CaseIndex;
import popbeforesmtp.lesson.prose.Prose;
import popbeforesmtp.lesson.prose.ProseParser;
import popbeforesmtp.lesson.prose.YamlFields;
import popbeforesmtp.lesson.source.YamlNode;

/**
 * The four explanations side by side.
 *
 * @param rows a question with four answers each
 * @param unsaid what none of them says
 */
public record Comparison(List<Row> rows, List<Unsaid> unsaid) {

    /** Who is compared, from left to right. */
    public static final List<String> SOURCES = List.of("e-words", "atmarkit", "plala", "dion");

    private static final Set<String> FILE_WORDS = Set.of("rows", "none");
    private static final Set<String> ROW = Set.of("id", "question", "cells");
    private static final Set<String> CELL = Set.of("source", "text", "claims");
    private static final Set<String> UNSAID = Set.of("text", "case");

    /**
     * A question.
     *
     * @param id its name in content
     * @param question the question
     * @param cells the answers, in the order of {@link #SOURCES}
     */
    public record Row(String id, Prose question, List<Cell> cells) {

        /** Keeps the list as it is now. */
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * An answer.
     *
     * @param source the slug of the explanation
     * @param text the answer
     * @param claims the claims it is made from, ids; none if the explanation does not say
     */
    public record Cell(String source, Prose text, List<String> claims) {

        /** Keeps the list as it is now. */
        public Cell {
            claims = List.copyOf(claims);
        }
    }

    /**
     * What none of them says.
     *
     * @param text what
     * @param experiment the case that shows it
     */
    public record Unsaid(Prose text, String experiment) {}

    /** Keeps the lists as they are now. */
    public Comparison {
        rows = List.copyOf(rows);
        unsaid = List.copyOf(unsaid);
    }

    public static Comparison read(YamlNode outline, Claims claims, CaseIndex index, ProseParser parser) {
        YamlFields file = YamlFields.of(outline, FILE_WORDS, parser);
        Set<String> ids = new HashSet<>();
        for (YamlFields row : file.parts("rows", ROW)) {
            if (!ids.add(row.text("id"))) {
                throw row.bad("doubled id '" + row.text("id") + "'");
            }
        }
        return new Comparison(
                file.parts("rows", ROW).stream().map(row -> row(row, claims)).toList(),
                file.parts("none", UNSAID).stream()
                        .map(unsaid -> unsaid(unsaid, index))
                        .toList());
    }

    private static Row row(YamlFields row, Claims claims) {
        List<Cell> cells = row.parts("cells", CELL).stream()
                .map(cell -> cell(cell, claims))
                .toList();
        if (!cells.stream().map(Cell::source).toList().equals(SOURCES)) {
            throw row.bad("one cell each is expected: " + String.join(", ", SOURCES));
        }
        return new Row(row.text("id"), row.prose("question"), cells);
    }

    private static Cell cell(YamlFields cell, Claims claims) {
        Set<String> known = claims.ids(cell.text("source"));
        return new Cell(
                cell.text("source"),
                cell.prose("text"),
                cell.each(
                        "claims",
                        id -> id.as(
                                "claim of " + cell.text("source"),
                                word -> Optional.of(word).filter(known::contains))));
    }

    private static Unsaid unsaid(YamlFields unsaid, CaseIndex index) {
        index.experiment(unsaid.at("case"));
        return new Unsaid(unsaid.prose("text"), unsaid.text("case"));
    }
}
