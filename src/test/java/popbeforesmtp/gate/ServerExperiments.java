package popbeforesmtp.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static popbeforesmtp.gate.Desks.A;
import static popbeforesmtp.gate.Desks.B;
import static popbeforesmtp.gate.Desks.HANAKO;
import static popbeforesmtp.gate.Desks.SIXTH;
import static popbeforesmtp.gate.Desks.TARO;

import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The nineteen experiments with the eight programs, and what came of them with the real ones. {@code yes} is 250 at RCPT for
 * taro, {@code no} a refusal. A cell in brackets is known at second hand only, and {@code ?} is what nobody knows, or what has
 * no meaning there.
 */
public final class ServerExperiments {

    static final List<String> IDS =
            List.of("drac", "pop-before-smtp", "poprelayd", "vpopmail", "relay-ctrl", "qmail-ldap", "xmail", "dbmail");

    private static final Instant A_QUARTER_TO_THREE = Instant.parse("2007-04-02T05:45:00Z");
    private static final int A_DAY = 24 * 60 * 60;

    /** What is done, by the number of the experiment. */
    static final Map<Integer, Function<Desks, String>> ALL = experiments();

    private static Map<Integer, Function<Desks, String>> experiments() {
        Map<Integer, Function<Desks, String>> all = new LinkedHashMap<>();
        all.put(1, desks -> {
            desks.receive(A, "hanako");
            return answer(sends(desks, A, HANAKO));
        });
        all.put(2, desks -> {
            desks.receive(A, "hanako");
            return answer(sends(desks.later(10), A, HANAKO));
        });
        all.put(3, desks -> {
            Desks.Line line = desks.connect(A).mail(HANAKO);
            desks.receive(A, "hanako");
            desks.later(10);
            boolean atOnce = takes(line);
            boolean withANewSender = takes(line.mail(HANAKO));
            return atOnce == withANewSender ? answer(atOnce) : answer(atOnce) + "," + answer(withANewSender);
        });
        all.put(4, desks -> {
            Desks.Line line = desks.connect(A).mail(HANAKO);
            desks.receive(A, "hanako");
            line.hangUp();
            return answer(sends(desks.later(10), A, HANAKO));
        });
        all.put(5, desks -> {
            desks.receive(A, "hanako");
            Desks.Line line = desks.later(10).connect(A).mail(HANAKO);
            desks.later(desks.gate().window().toSeconds() * 13 / 10);
            return answer(takes(line));
        });
        all.put(6, desks -> afterTheEnd(desks, 60));
        all.put(7, desks -> afterTheEnd(desks, 600));
        all.put(8, desks -> afterTheEnd(desks.at(A_QUARTER_TO_THREE), 3_000));
        all.put(9, desks -> {
            desks.logInWrong(A, "hanako");
            return answer(sends(desks.later(10), A, HANAKO));
        });
        all.put(10, desks -> {
            desks.receive(A, "hanako");
            desks.logInLocked(B, "hanako");
            return answer(sends(desks.later(10), B, HANAKO));
        });
        all.put(11, desks -> {
            desks.logInBroken(A, "hanako");
            return answer(sends(desks.later(10), A, HANAKO));
        });
        all.put(12, desks -> {
            desks.receive(A, "hanako");
            desks.receive(B, "hanako");
            return answer(sends(desks.later(10), A, HANAKO));
        });
        all.put(13, desks -> {
            desks.receive(A, "hanako");
            return answer(sends(desks.later(10), A, "jiro@other.example"));
        });
        all.put(14, desks -> {
            desks.receive(A, "hanako");
            desks.later(10).gate().restart(desks.now());
            return answer(sends(desks.later(10), A, HANAKO));
        });
        all.put(15, desks -> {
            desks.gate().sleep(desks.now());
            long late = desks.receive(A, "hanako").waited().toSeconds();
            Desks.Line line = desks.later(20).connect(A);
            long greeted = line.waited().toSeconds();
            return answer(takes(line.mail(HANAKO))) + (late + greeted == 0 ? "" : "," + late + "s," + greeted + "s");
        });
        all.put(16, desks -> {
            desks.receive(A, "hanako");
            desks.later(10);
            if (desks.gate().behaviour().keeper().isPresent()) {
                desks.gate().sleep(desks.now());
            }
            return answer(sends(desks.later(A_DAY), A, HANAKO));
        });
        all.put(17, desks -> {
            desks.logged(B, "FROM:\"POP login by user \"admin\" at (198.18.77.9) 198.18.77.9@linux.example\"");
            return answer(sends(desks.later(10), B, HANAKO));
        });
        all.put(18, desks -> {
            Desks.Line line = desks.connect(A).mail("someone@abroad.example");
            return line.reply("nobody@plala.example").substring(0, 3);
        });
        all.put(19, desks -> {
            String greeting = desks.connect(SIXTH).greeting().substring(0, 3);
            boolean in = desks.receive(SIXTH, "hanako").succeeded();
            desks.later(10);
            return greeting.equals("220") ? (in ? answer(sends(desks, SIXTH, HANAKO)) : "no-log-in") : greeting;
        });
        return all;
    }

    private static String afterTheEnd(Desks desks, long seconds) {
        desks.receive(A, "hanako");
        return answer(sends(desks.later(desks.gate().window().toSeconds() + seconds), A, HANAKO));
    }

    private static boolean takes(Desks.Line line) {
        return line.reply(TARO).startsWith("250");
    }

    private static boolean sends(Desks desks, InetAddress from, String sender) {
        Desks.Line line = desks.connect(from).mail(sender);
        boolean taken = takes(line);
        line.hangUp();
        return taken;
    }

    private static String answer(boolean taken) {
        return taken ? "yes" : "no";
    }

    /** By the number of the experiment, in the order of {@link #IDS}, as {@code content/servers.yml} tells. */
    static final Map<Integer, List<String>> CELLS = IntStream.rangeClosed(
                    1, Desks.PROGRAMS.seen().size())
            .boxed()
            .collect(Collectors.toMap(
                    number -> number, number -> Desks.PROGRAMS.seen().get(number - 1)));

    /**
     * A cell.
     *
     * @param experiment its number
     * @param program the id of the program
     * @param expected what was seen with the real one
     */
    public record Cell(int experiment, String program, String expected) {

        /** Does the experiment. */
        public String doneAt(Desks desks) {
            Function<Desks, String> experiment = ALL.get(this.experiment);
            return experiment == null ? "" : experiment.apply(desks);
        }

        @Override
        public String toString() {
            return experiment + " " + program + " " + expected;
        }
    }

    /** All of them that say something. */
    public static List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        ALL.keySet().forEach(experiment -> {
            List<String> row = CELLS.getOrDefault(experiment, List.of());
            assertThat(row).as("experiment %s", experiment).hasSameSizeAs(IDS);
            for (int i = 0; i < row.size(); i++) {
                if (!row.get(i).equals("?")) {
                    cells.add(new Cell(experiment, IDS.get(i), row.get(i).replaceAll("[()]", "")));
                }
            }
        });
        return cells;
    }

    private ServerExperiments() {}
}
