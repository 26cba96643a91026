package popbeforesmtp.sandbox.press;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import popbeforesmtp.network.Place;

/**
 * Links of format 1, which people may have kept: set-up and options stand word by word in a fixed order, a press is a letter
 * and its argument. They are read, and no longer written.
 */
final class OldStateLink {

    static final String VERSION = "1";

    /** In the order in which format 1 has them. */
    private static final List<Setting> SETTINGS = List.of(
            Setting.INCOMING,
            Setting.OUTGOING,
            Setting.PROGRAM,
            Setting.WINDOW,
            Setting.CENTRE,
            Setting.SENDER,
            Setting.RECIPIENTS,
            Setting.PASSWORD,
            Setting.PORT,
            Setting.AUTH);

    private static final Map<Setting, List<String>> FLAGS = Map.of(
            Setting.SENDER, List.of("hanako", "own"),
            Setting.PASSWORD, List.of("right", "wrong"),
            Setting.AUTH, List.of("on", "off"));

    private OldStateLink() {}

    static Optional<StateLink> parse(List<String> text) {
        try {
            Iterator<String> words = text.listIterator(1);
            String id = words.next();
            if (!id.matches("[a-z0-9-]{1,40}")) {
                return Optional.empty();
            }
            Place place = Place.of(words.next()).orElseThrow();
            SetUp.Mailbox mailbox = SetUp.Mailbox.valueOf(words.next());
            boolean open = words.next().equals("y");
            boolean drop = words.next().equals("y");
            SetUp setUp = new SetUp(id, place, options(words.next()), mailbox, open, drop);
            List<Press> presses = new ArrayList<>();
            while (words.hasNext()) {
                presses.add(press(words.next()));
            }
            return StateLink.of(setUp, presses);
        } catch (IllegalArgumentException | NoSuchElementException e) {
            return Optional.empty();
        }
    }

    private static Options options(String text) {
        Iterator<String> words = List.of(text.split("_", -1)).iterator();
        Map<Setting, String> answers = new EnumMap<>(Setting.class);
        for (Setting setting : SETTINGS) {
            String word = words.next();
            List<String> flag = FLAGS.get(setting);
            answers.put(setting, flag == null ? word : flag.get(word.equals("y") ? 0 : 1));
        }
        return new Options(answers);
    }

    private static Press press(String code) {
        String letter = code.substring(0, Math.min(1, code.length()));
        String rest = code.substring(letter.length());
        return switch (letter) {
            case "r" -> bare(rest, new Press.Receive());
            case "s" -> bare(rest, new Press.Send());
            case "b" -> bare(rest, new Press.SendReceive());
            case "d" -> bare(rest, new Press.Dial());
            case "h" -> bare(rest, new Press.HangUp());
            case "n" -> bare(rest, new Press.NextCallerDials());
            case "m" -> new Press.MoveTo(Place.of(rest).orElseThrow());
            case "a" -> new Press.Advance(Press.ClockMove.of(rest).orElseThrow());
            case "c" -> new Press.Choose(options(rest));
            case "l" -> new Press.Climb(LadderStep.of(rest).orElseThrow());
            default -> throw new IllegalArgumentException("no press " + code);
        };
    }

    private static Press bare(String rest, Press press) {
        if (!rest.isEmpty()) {
            throw new IllegalArgumentException("nothing follows " + press.id());
        }
        return press;
    }
}
