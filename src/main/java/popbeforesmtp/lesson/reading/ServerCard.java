package popbeforesmtp.lesson.reading;

import java.util.List;
import popbeforesmtp.lesson.experiment.ServerProgram;
import popbeforesmtp.lesson.prose.Prose;
import popbeforesmtp.lesson.prose.YamlFields;

/**
 * What is told of a program that kept the list.
 *
 * @param program what it does
 * @param name how it is called
 * @param who who wrote it, and when
 * @param habits how it keeps and reads its list
 * @param faults what went wrong with it, and what is good to know
 * @param columns the heads of its list, in the order of the program's columns
 */
public record ServerCard(
        ServerProgram program, Prose name, Prose who, Habits habits, List<Prose> faults, List<Prose> columns) {

    /**
     * How it keeps and reads its list.
     *
     * @param hears how the sending desk hears of a log-in
     * @param list where the list lies
     * @param time how long a log-in opens sending
     * @param reads when the list is read
     * @param says how it refuses
     */
    public record Habits(Prose hears, Prose list, Prose time, Prose reads, Prose says) {}

    /** The case that presses what is told of it. */
    public String experiment() {
        return "room-" + program.id();
    }

    /** Keeps the lists as they are now. */
    public ServerCard {
        faults = List.copyOf(faults);
        columns = List.copyOf(columns);
    }

    static ServerCard of(ServerProgram program, YamlFields text) {
        List<Prose> columns = text.proses("columns");
        if (columns.size() != program.columns().size()) {
            throw text.at("columns").bad("one head a column is expected: " + program.columns());
        }
        return new ServerCard(
                program,
                text.prose("name"),
                text.prose("who"),
                new Habits(
                        text.prose("hears"),
                        text.prose("list"),
                        text.prose("time"),
                        text.prose("reads"),
                        text.prose("says")),
                text.proses("faults"),
                columns);
    }
}
