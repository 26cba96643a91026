package popbeforesmtp.lesson.experiment;

import java.util.List;
import java.util.Set;
import popbeforesmtp.gate.behaviour.RelayBehaviour;

/**
 * A program that kept the list, or this site's own gate.
 *
 * @param behaviour its habits
 * @param columns what its list shows, from left to right
 * @param chosen what nobody could tell any more and this site has chosen, in the words of {@code content/servers.yml}
 */
public record ServerProgram(RelayBehaviour behaviour, List<Column> columns, Set<String> chosen) {

    /** What a list can show of a row. */
    public enum Column {
        /** What stands in it: an address or a mailbox. */
        ENTRY,
        /** The address, where that is not what stands in it. */
        ADDRESS,
        /** Whose log-in it was. */
        MAILBOX,
        /** When it was written. */
        SINCE,
        /** When its time is up. */
        UNTIL,
        /** Whether it stands in the compiled table too, the one that the sending desk reads. */
        COMPILED
    }

    /** Keeps list and set as they are now. */
    public ServerProgram {
        columns = List.copyOf(columns);
        chosen = Set.copyOf(chosen);
    }

    /** The name in links and content, {@code drac}. */
    public String id() {
        return behaviour.id();
    }
}
