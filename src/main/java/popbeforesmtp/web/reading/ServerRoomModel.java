package popbeforesmtp.web.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import popbeforesmtp.gate.behaviour.RelayBehaviour;
import popbeforesmtp.lesson.prose.Prose;
import popbeforesmtp.lesson.reading.ServerCard;
import popbeforesmtp.lesson.reading.ServerRoom;
import popbeforesmtp.sandbox.press.Providers;

/**
 * The server room as its page shows it.
 *
 * @param own this site's own gate
 * @param programs the programs of the time, with what they say to the letter and their row in the comparison
 * @param experiments what came of each experiment
 */
record ServerRoomModel(ServerCard own, List<Program> programs, List<Experiment> experiments) {

    /**
     * A program.
     *
     * @param card what is told of it
     * @param says how it refuses, to the letter, with taro for the recipient
     * @param traits its habits as keys of messages, in the order of the comparison's columns
     */
    record Program(ServerCard card, String says, List<String> traits) {}

    /**
     * An experiment.
     *
     * @param what what is done
     * @param cells what came of it, by program
     */
    record Experiment(Prose what, List<Cell> cells) {}

    /**
     * What came of an experiment.
     *
     * @param program the name of the program
     * @param mark {@code yes} or {@code no} if it is a plain one; else empty
     * @param words the key of its words
     */
    record Cell(Prose program, String mark, String words) {}

    /** The columns of the comparison, as the ends of the keys of their heads. */
    static final List<String> TRAITS = List.of("listed", "read", "ends", "memory");

    /** What of the page can be asked for unfolded: a card, one of the tables, or all there is. */
    static final Set<String> FOLDED = Stream.concat(
                    Providers.SERVERS.stream(), Stream.of("side-by-side", "experiments", "all"))
            .collect(Collectors.toUnmodifiableSet());

    private static final String UNKNOWN = "servers.unknown";

    static ServerRoomModel of(ServerRoom room) {
        List<ServerCard> cards = room.cards().stream()
                .filter(card -> !card.program().id().equals(Providers.OWN_SERVER))
                .toList();
        return new ServerRoomModel(
                room.find(Providers.OWN_SERVER).orElseThrow(),
                cards.stream().map(ServerRoomModel::program).toList(),
                room.experiments().stream().map(each -> experiment(each, cards)).toList());
    }

    private static Program program(ServerCard card) {
        RelayBehaviour behaviour = card.program().behaviour();
        List<String> traits = List.of(
                trait(card, "listed", listed(behaviour)),
                trait(card, "read", behaviour.reading().name()),
                trait(card, "ends", behaviour.expiry().by().name()),
                trait(card, "memory", behaviour.memory().name()));
        return new Program(
                card,
                behaviour
                        .voice()
                        .refused()
                        .replace("{rcpt}", "taro@friend.example")
                        .replace("{ip}", "198.51.100.7"),
                traits);
    }

    private static String listed(RelayBehaviour behaviour) {
        return switch (behaviour.listing().messenger()) {
            case NONE -> "write";
            case CALL, PACKET, LOG -> behaviour.listing().messenger().name();
            case LOOSE_LOG -> "log";
        };
    }

    private static String trait(ServerCard card, String trait, String value) {
        return card.program().chosen().contains(trait)
                ? UNKNOWN
                : "servers." + trait + "." + value.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Experiment experiment(ServerRoom.Experiment told, List<ServerCard> cards) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < cards.size(); i++) {
            String seen = told.seen().get(i);
            boolean known = !seen.equals("?") && !seen.startsWith("(");
            boolean plain = seen.equals("yes") || seen.equals("no");
            cells.add(new Cell(
                    cards.get(i).name(),
                    known && plain ? seen : "",
                    known ? "servers.seen." + seen.replace(',', '-') : UNKNOWN));
        }
        return new Experiment(told.what(), List.copyOf(cells));
    }

    /** The columns of the comparison. */
    public List<String> columns() {
        return TRAITS;
    }
}
