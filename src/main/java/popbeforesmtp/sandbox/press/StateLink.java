package popbeforesmtp.sandbox.press;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import popbeforesmtp.network.CentreNetwork;
import popbeforesmtp.network.Place;

/**
 * A state of a world as a short text for a link: its set-up by value and its presses, with a format version. Lines typed by
 * hand and every other free text are never in it. Whoever follows the link plays it with the first press, not by looking.
 *
 * @param setUp how the world starts
 * @param presses what is pressed then, at most {@value #MOST}
 */
public record StateLink(SetUp setUp, List<Press> presses) {

    /** How many presses a link carries at the most. */
    public static final int MOST = 40;

    private static final String VERSION = "1";
    private static final int LONGEST = 4_000;

    /** @throws IllegalArgumentException if there are too many presses, or one that no link may carry */
    public StateLink {
        presses = List.copyOf(presses);
        if (presses.size() > MOST
                || presses.stream().anyMatch(press -> code(press).isEmpty())) {
            throw new IllegalArgumentException("not to be put into a link");
        }
    }

    /** The link's text: letters, digits, {@code . - ~ _} only. */
    public String text() {
        List<String> words =
                new ArrayList<>(List.of(VERSION, setUp.id(), setUp.place().id()));
        words.add(setUp.mailbox().name());
        words.add(flag(setUp.open()));
        words.add(flag(setUp.dropAfterPass()));
        words.add(options(setUp.options()));
        presses.forEach(press -> words.add(code(press)));
        return String.join("~", words);
    }

    /** Reads a link's text; nothing if it is none, of another version, or holds anything that cannot be chosen. */
    public static Optional<StateLink> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            Iterator<String> words = List.of(text.split("~", -1)).iterator();
            if (!words.next().equals(VERSION)) {
                return Optional.empty();
            }
            String id = words.next();
            if (!id.matches("[a-z0-9-]{1,40}")) {
                return Optional.empty();
            }
            Place place = Place.of(words.next()).orElseThrow();
            SetUp.Mailbox mailbox = SetUp.Mailbox.valueOf(words.next());
            boolean open = words.next().equals(flag(true));
            boolean drop = words.next().equals(flag(true));
            SetUp setUp = new SetUp(id, place, options(words.next()), mailbox, open, drop);
            List<Press> presses = new ArrayList<>();
            while (words.hasNext()) {
                presses.add(press(words.next()));
            }
            return Optional.of(new StateLink(setUp, presses));
        } catch (IllegalArgumentException | NoSuchElementException e) {
            return Optional.empty();
        }
    }

    private static String flag(boolean yes) {
        return yes ? "y" : "n";
    }

    private static String options(Options options) {
        return String.join(
                "_",
                options.incoming(),
                options.outgoing(),
                options.program().id(),
                Integer.toString(options.window()),
                options.centre().id(),
                flag(options.asHanako()),
                options.recipients().id(),
                flag(options.rightPassword()),
                Integer.toString(options.port()),
                flag(options.auth()));
    }

    private static Options options(String text) {
        Iterator<String> words = List.of(text.split("_", -1)).iterator();
        return new Options(
                words.next(),
                words.next(),
                Program.of(words.next()).orElseThrow(),
                Integer.parseInt(words.next()),
                CentreNetwork.of(words.next()).orElseThrow(),
                words.next().equals(flag(true)),
                Recipients.of(words.next()).orElseThrow(),
                words.next().equals(flag(true)),
                Integer.parseInt(words.next()),
                words.next().equals(flag(true)));
    }

    /** The code of a press, empty if no link may carry it. */
    private static String code(Press press) {
        return press.perform(new Codes());
    }

    private static Press press(String code) {
        String word = code.substring(0, Math.min(1, code.length()));
        String rest = code.substring(word.length());
        return switch (word) {
            case "r" -> new Press.Receive();
            case "s" -> new Press.Send();
            case "b" -> new Press.SendReceive();
            case "d" -> new Press.Dial();
            case "h" -> new Press.HangUp();
            case "n" -> new Press.NextCallerDials();
            case "m" -> new Press.MoveTo(Place.of(rest).orElseThrow());
            case "a" -> new Press.Advance(Press.ClockMove.of(rest).orElseThrow());
            case "c" -> new Press.Choose(options(rest));
            case "l" -> new Press.Climb(LadderStep.of(rest).orElseThrow());
            default -> throw new IllegalArgumentException("no press " + code);
        };
    }

    private static final class Codes implements Press.Acts<String> {

        @Override
        public String begin(SetUp setUp) {
            return "";
        }

        @Override
        public String receive() {
            return "r";
        }

        @Override
        public String send() {
            return "s";
        }

        @Override
        public String sendReceive() {
            return "b";
        }

        @Override
        public String moveTo(Place place) {
            return "m" + place.id();
        }

        @Override
        public String dial() {
            return "d";
        }

        @Override
        public String hangUp() {
            return "h";
        }

        @Override
        public String nextCallerDials() {
            return "n";
        }

        @Override
        public String advance(Press.ClockMove move) {
            return "a" + move.id();
        }

        @Override
        public String choose(Options options) {
            return "c" + StateLink.options(options);
        }

        @Override
        public String climb(LadderStep rung) {
            return "l" + rung.id();
        }

        @Override
        public String open(String host, int port) {
            return "";
        }

        @Override
        public String type(String line) {
            return "";
        }

        @Override
        public String close() {
            return "";
        }

        @Override
        public String lineCut() {
            return "";
        }
    }
}
