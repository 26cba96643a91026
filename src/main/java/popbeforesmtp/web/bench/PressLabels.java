package popbeforesmtp.web.bench;

import popbeforesmtp.sandbox.explain.Message;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.web.page.Localizer;

/** The keys of the words on the buttons. */
public final class PressLabels {

    private PressLabels() {}

    /** The words of a press: as on its button, for a move where to, for a line what was typed. */
    public static String words(Press press, Localizer words) {
        if (press instanceof Press.MoveTo move) {
            return words.plain(
                    Message.of("scene.move").with("place", move.place().id()));
        }
        boolean told = press instanceof Press.Type || press instanceof Press.Open;
        return words.plain(key(press)) + (told ? words.plain("happens.colon") + press.argument() : "");
    }

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
