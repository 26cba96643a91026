package popbeforesmtp.lesson.experiment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import popbeforesmtp.gate.behaviour.RelayBehaviour;
import popbeforesmtp.lesson.source.YamlNode;
import popbeforesmtp.sandbox.press.Providers;

/**
 * The programs of {@code content/servers.yml}.
 *
 * @param all in the order of the file; the first is this site's own, {@code plain}
 * @param seen what came of each experiment with the programs themselves, the second one of {@code all} first: {@code yes}, {@code
 *     no} or what else was seen; in brackets at second hand only; {@code ?} where nobody knows
 */
public record ServerPrograms(List<ServerProgram> all, List<List<String>> seen) {

    public static final String FACTS = "content/servers.yml";

    /** This site's own gate. */
    public static final String PLAIN = Providers.OWN_SERVER;

    private static final Set<String> FILE_WORDS = Set.of("servers", "experiments");

    /** Keeps the list as it is now. */
    public ServerPrograms {
        all = List.copyOf(all);
        seen = seen.stream().map(List::copyOf).toList();
    }

    /** The program of that id. */
    public Optional<ServerProgram> find(String id) {
        return all.stream().filter(program -> program.id().equals(id)).findFirst();
    }

    /** Reads a file. */
    public static ServerPrograms read(YamlNode file) {
        Map<String, YamlNode> words = file.entries(FILE_WORDS);
        YamlNode list = file.required(words, "servers");
        Set<String> ids = new HashSet<>();
        List<ServerProgram> programs = new ArrayList<>();
        for (YamlNode item : list.items()) {
            ServerProgram program = new ServerProgramReader(item).program();
            if (!ids.add(program.id())) {
                throw item.bad("doubled id '" + program.id() + "'");
            }
            if (programs.isEmpty()) {
                checkPlain(item, program.behaviour());
            }
            programs.add(program);
        }
        if (!programs.stream().map(ServerProgram::id).toList().equals(Providers.SERVERS)) {
            throw list.bad("the programs are " + String.join(", ", Providers.SERVERS));
        }
        return new ServerPrograms(
                programs,
                file.required(words, "experiments").items().stream()
                        .map(cells -> cells.as("row of an experiment", ServerPrograms::cells))
                        .toList());
    }

    private static Optional<List<String>> cells(String row) {
        List<String> cells = List.of(row.split(" ", -1));
        return Optional.of(cells).filter(all -> all.size() == Providers.SERVERS.size() - 1);
    }

    /** What is written of this site's own gate is what it does where no content is read. */
    private static void checkPlain(YamlNode item, RelayBehaviour behaviour) {
        if (!behaviour.equals(RelayBehaviour.plain(behaviour.window()))) {
            throw item.bad("the first program is '" + PLAIN + "', as this site's own gate does it");
        }
    }
}
