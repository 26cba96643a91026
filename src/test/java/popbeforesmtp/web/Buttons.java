package popbeforesmtp.web;

import java.util.ArrayList;
import java.util.List;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.web.bench.OptionGroups;
import popbeforesmtp.web.bench.PressLabels;
import popbeforesmtp.web.page.OptionGroup;

/** What the form of a press sends, but for the fields that every form has. */
public final class Buttons {

    private Buttons() {}

    /** Names and values by turns, {@code press}, {@code move}, {@code place}, {@code home}; the list may be added to. */
    public static List<String> fields(Press press) {
        List<String> fields = new ArrayList<>(List.of("press", button(press)));
        if (press instanceof Press.MoveTo move) {
            fields.addAll(List.of("place", move.place().id()));
        } else if (press instanceof Press.Choose choose) {
            OptionGroups.of(choose.options())
                    .forEach(group -> group.items().stream()
                            .filter(OptionGroup.Item::chosen)
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
        String key = press.perform(new PressLabels());
        return key.substring(key.indexOf('.') + 1);
    }
}
