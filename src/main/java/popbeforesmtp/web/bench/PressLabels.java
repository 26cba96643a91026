package popbeforesmtp.web.bench;

import popbeforesmtp.sandbox.press.Press;

/** The keys of the words on the buttons. */
public final class PressLabels {

    private PressLabels() {}

    /** The key of the words on the button of a press. */
    public static String key(Press press) {
        return switch (press.id()) {
            case "begin" -> "btn.reset";
            case "move" -> "place.go";
            case "dial", "hang-up", "next-caller" -> "phone." + press.id();
            case "tend" -> "keeper." + press.argument();
            case "advance" -> "clock." + (press.argument().matches("\\d+") ? "plus." : "") + press.argument();
            case "choose" -> "choice.go";
            case "card" -> "btn.send";
            case "rung" -> "ladder.go";
            case "open", "type", "close" -> "console." + press.id();
            case "line-cut" -> "console.close";
            default -> "btn." + press.id();
        };
    }
}
