package popbeforesmtp.lesson.experiment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import popbeforesmtp.gate.behaviour.RelayBehaviour;
import popbeforesmtp.lesson.source.YamlNode;
import popbeforesmtp.sandbox.press.Providers;

/**
 * The programs of {@code content/servers.yml}.
 *
 * @param all in the order of the file; the first is this site's own, {@code plain}
 */
public record ServerPrograms(List<ServerProgram> all) {

    public static final String FACTS = "content/servers.yml";

    /** This site's own gate. */
    public static final String PLAIN = Providers.OWN_SERVER;

    private static final Set<String> FILE_WORDS = Set.of("servers");

    /** Keeps the list as it is now. */
    public ServerPrograms {
        all = List.copyOf(all);
    }

    /** The program of that id. */
    public Optional<ServerProgram> find(String id) {
        return all.stream().filter(program -> program.id().equals(id)).findFirst();
    }

    /** Reads a file. */
    public static ServerPrograms read(YamlNode file) {
        YamlNode list = file.required(file.entries(FILE_WORDS), "servers");
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
        return new ServerPrograms(programs);
    }

    /** What is written of this site's own gate is what it does where no content is read. */
    private static void checkPlain(YamlNode item, RelayBehaviour behaviour) {
        if (!behaviour.equals(RelayBehaviour.plain(behaviour.window()))) {
            throw item.bad("the first program is '" + PLAIN + "', as this site's own gate does it");
        }
    }
}
