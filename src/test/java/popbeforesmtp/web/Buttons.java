package popbeforesmtp.web;

import java.util.ArrayList;
import java.util.List;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.PressCodec;
import popbeforesmtp.web.bench.OptionGroups;
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
        if (press instanceof Press.Open open) {
            fields.addAll(List.of("host", open.host(), "dialled", Integer.toString(open.port())));
        } else if (press instanceof Press.Type type) {
            fields.addAll(List.of("line", type.line()));
        }
        return fields;
    }

    private static String button(Press press) {
        return press instanceof Press.MoveTo
                        || press instanceof Press.Choose
                        || press instanceof Press.Open
                        || press instanceof Press.Type
                ? press.id()
                : PressCodec.text(press);
    }
}
