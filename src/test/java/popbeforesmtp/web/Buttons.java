package popbeforesmtp.web;

import java.util.ArrayList;
import java.util.List;
import popbeforesmtp.sandbox.Press;

/** What the form of a press sends, but for the fields that every form has. */
final class Buttons {

    private Buttons() {}

    /** Names and values by turns, {@code press}, {@code move}, {@code place}, {@code home}; the list may be added to. */
    static List<String> fields(Press press) {
        List<String> fields = new ArrayList<>(List.of("press", button(press)));
        if (press instanceof Press.MoveTo move) {
            fields.addAll(List.of("place", move.place().id()));
        } else if (press instanceof Press.Choose choose) {
            Choices.of(choose.options())
                    .forEach(group -> group.items().stream()
                            .filter(Choices.Item::chosen)
                            .forEach(item -> fields.addAll(List.of(group.name(), item.value()))));
        }
        return fields;
    }

    private static String button(Press press) {
        if (press instanceof Press.Advance advance) {
            return "advance:" + advance.move().id();
        }
        if (press instanceof Press.Climb climb) {
            return "rung:" + climb.rung().id();
        }
        if (press instanceof Press.MoveTo) {
            return "move";
        }
        if (press instanceof Press.Choose) {
            return "choose";
        }
        String key = press.perform(new ButtonWords());
        return key.substring(key.indexOf('.') + 1);
    }
}
