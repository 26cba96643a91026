package popbeforesmtp.sandbox.press;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import popbeforesmtp.mailclient.Postcard;
import popbeforesmtp.network.Place;

/**
 * Presses, options and set-ups as text: the one form that forms, links and the journal share. A press is its id and, after a
 * colon, its argument, {@code advance:after-end}; options and set-ups are pairs of words joined by {@code _}, and tell only
 * what is not as usual. Reading never throws: what cannot be read is nothing.
 */
public final class PressCodec {

    private static final String PLACE = "place";
    private static final String MAILBOX = "mailbox";
    private static final String OPEN = "open";
    private static final String DROP = "drop-after-pass";
    private static final String SEALED = "sealed";
    private static final String ROOM = "room";
    private static final String YES = "yes";

    private PressCodec() {}

    /** A press as text. */
    public static String text(Press press) {
        return press.argument().isEmpty() ? press.id() : press.id() + ":" + press.argument();
    }

    /** The press of a text; nothing if it is none. */
    public static Optional<Press> press(String text) {
        int colon = text.indexOf(':');
        String id = colon < 0 ? text : text.substring(0, colon);
        String argument = colon < 0 ? "" : text.substring(colon + 1);
        try {
            return press(id, argument).filter(press -> text(press).equals(text) || press instanceof Press.Choose);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Press> press(String id, String argument) {
        return switch (id) {
            case "begin" -> setUp(argument).map(Press.Begin::new);
            case "receive" -> Optional.of(new Press.Receive());
            case "send" -> Optional.of(new Press.Send());
            case "card" -> card(argument);
            case "both" -> Optional.of(new Press.SendReceive());
            case "move" -> Place.of(argument).map(Press.MoveTo::new);
            case "dial" -> Optional.of(new Press.Dial());
            case "hang-up" -> Optional.of(new Press.HangUp());
            case "next-caller" -> Optional.of(new Press.NextCallerDials());
            case "tend" -> Press.Tending.of(argument).map(Press.Tend::new);
            case "advance" -> Press.ClockMove.of(argument).map(Press.Advance::new);
            case "choose" -> options(argument).map(Press.Choose::new);
            case "open" -> called(argument);
            case "type" -> Optional.of(new Press.Type(argument));
            case "close" -> Optional.of(new Press.Close());
            case "line-cut" -> Optional.of(new Press.LineCut());
            case "rung" -> LadderStep.of(argument).map(Press.Climb::new);
            default -> Optional.empty();
        };
    }

    private static Optional<Press> card(String argument) {
        String[] words = argument.split("-", 2);
        return Postcard.of(words[0])
                .filter(card -> words.length == 2)
                .map(card -> new Press.SendCard(card, Integer.parseInt(words[1])));
    }

    private static Optional<Press> called(String argument) {
        int colon = argument.lastIndexOf(':');
        return Optional.of(new Press.Open(
                argument.substring(0, Math.max(0, colon)), Integer.parseInt(argument.substring(colon + 1))));
    }

    /** Options as text: what is not as usual, {@code port_587_auth_on}. */
    public static String text(Options options) {
        StringJoiner words = new StringJoiner("_");
        options.answers().forEach((setting, answer) -> {
            if (!answer.equals(setting.usual())) {
                words.add(setting.id()).add(answer);
            }
        });
        return words.toString();
    }

    /** The options of a text; nothing if it is none. */
    public static Optional<Options> options(String text) {
        return setUp(text.isEmpty() ? "x" : "x_" + text)
                .filter(read -> read.equals(SetUp.usual("x").with(read.options())))
                .map(SetUp::options);
    }

    /** A set-up as text: its id and what is not as usual, {@code too-late_window_5_place_home}. */
    public static String text(SetUp setUp) {
        SetUp usual = SetUp.FREE;
        StringJoiner words = new StringJoiner("_").add(setUp.id());
        if (setUp.place() != usual.place()) {
            words.add(PLACE).add(setUp.place().id());
        }
        if (setUp.mailbox() != usual.mailbox()) {
            words.add(MAILBOX).add(setUp.mailbox().id());
        }
        if (setUp.open()) {
            words.add(OPEN).add(YES);
        }
        if (setUp.dropAfterPass()) {
            words.add(DROP).add(YES);
        }
        if (setUp.sealed()) {
            words.add(SEALED).add(YES);
        }
        if (setUp.room() != usual.room()) {
            words.add(ROOM).add(setUp.room().id());
        }
        String options = text(setUp.options());
        return options.isEmpty() ? words.toString() : words.add(options).toString();
    }

    /** The set-up of a text; nothing if it is none. */
    public static Optional<SetUp> setUp(String text) {
        String[] words = text.split("_", -1);
        if (words.length % 2 == 0 || !words[0].matches("[a-zA-Z0-9-]{1,40}")) {
            return Optional.empty();
        }
        SetUp read = SetUp.usual(words[0]);
        Map<Setting, String> answers = new EnumMap<>(Setting.class);
        try {
            for (int i = 1; i < words.length; i += 2) {
                Optional<Setting> setting = Setting.of(words[i]);
                if (setting.isPresent()) {
                    answers.put(setting.get(), words[i + 1]);
                } else {
                    read = read.with(words[i], words[i + 1]).orElseThrow(IllegalArgumentException::new);
                }
            }
            return Optional.of(read.with(new Options(answers)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
