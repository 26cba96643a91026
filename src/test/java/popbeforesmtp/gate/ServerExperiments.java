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

    /** In the order of {@link #IDS}. */
    static final Map<Integer, String> CELLS = Map.ofEntries(
            // receive, send at once
            Map.entry(1, "yes no (no) yes yes yes yes yes"),
            // the same, ten seconds later
            Map.entry(2, "yes yes (yes) yes yes yes yes yes"),
            // a line is up, then the log-in, then RCPT on the old line; and after another MAIL
            Map.entry(3, "yes no (yes) no no no no,yes yes"),
            // hang up and dial again
            Map.entry(4, "yes yes yes yes yes yes yes yes"),
            // a line put up inside the window, RCPT when it is over and swept
            Map.entry(5, "no yes (no) yes yes yes yes no"),
            // a new line one minute after the end
            Map.entry(6, "yes yes ? yes no no no ?"),
            // ten minutes after
            Map.entry(7, "no yes ? yes no no no ?"),
            // fifty minutes after, in a quiet night
            Map.entry(8, "no yes ? yes no no no ?"),
            // a wrong password
            Map.entry(9, "no no (no) no no no no no"),
            // the mailbox is in use, and another computer sends
            Map.entry(10, "no yes no yes yes yes no yes"),
            // the mailbox is broken
            Map.entry(11, "no ? ? yes yes yes no yes"),
            // another computer logs in, the first one sends
            Map.entry(12, "yes yes yes yes yes yes no yes"),
            // the neighbour sends under his own name
            Map.entry(13, "yes yes yes yes yes yes no yes"),
            // the server is started anew
            Map.entry(14, "yes yes (yes) yes yes no yes yes"),
            // the keeper is dead: somebody new; how late the log-in and the greeting are
            Map.entry(15, "no,25s,0s no no ? ? no,0s,2s ? ?"),
            // the keeper is dead: the one of yesterday
            Map.entry(16, "yes yes yes yes no no no ?"),
            // a forged line
            Map.entry(17, "no no yes no no no no no"),
            // an unknown name of the host's own
            Map.entry(18, "(550) 550 550 250 250 ? 550 ?"),
            // over IPv6
            Map.entry(19, "no yes ? no no-log-in 554 yes yes"));

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
            String[] row = CELLS.getOrDefault(experiment, "").split(" ");
            assertThat(row).as("experiment %s", experiment).hasSameSizeAs(IDS);
            for (int i = 0; i < row.length; i++) {
                if (!row[i].equals("?")) {
                    cells.add(new Cell(experiment, IDS.get(i), row[i].replaceAll("[()]", "")));
                }
            }
        });
        return cells;
    }

    private ServerExperiments() {}
}
