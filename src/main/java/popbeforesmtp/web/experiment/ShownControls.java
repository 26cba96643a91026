package popbeforesmtp.web.experiment;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import popbeforesmtp.web.bench.Part;
import popbeforesmtp.web.bench.Parts;

/**
 * What a link lets the main screen show, {@code only=receive,send,clock}: a teacher has left the rest away. Nothing is
 * forbidden by that; the page is only calmer.
 *
 * @param names of what is shown
 */
public record ShownControls(Set<String> names) {

    private static final Pattern ONLY = Pattern.compile("[?&]only=([a-z,]{0,100})(?:&|$)");
    private static final String NEVER = "-";

    /** What each part of the page belongs to; those that are not named here are always there. */
    private static final Map<String, String> PARTS = Map.ofEntries(
            Map.entry("#clock", "clock"),
            Map.entry("#at-clock", "clock"),
            Map.entry("#both-first", NEVER),
            Map.entry("#at-undo", "undo"),
            Map.entry("#choice-list", "choose"),
            Map.entry("#difference", "choose"),
            Map.entry("#place-choice", "move"),
            Map.entry("#where", "move"),
            Map.entry("#at-phone", "move"),
            Map.entry("#keeper", "move"),
            Map.entry("#at-keeper", "move"),
            Map.entry("#list", "list"),
            Map.entry("#talk", "talk"),
            Map.entry("#taro", "taro"),
            Map.entry("#at-open", "type"),
            Map.entry("#at-type", "type"),
            Map.entry("#prompt", "type"),
            Map.entry("#around", NEVER),
            Map.entry("#thought", NEVER),
            Map.entry("#thoughts", NEVER),
            Map.entry("#scene-link", NEVER));

    /** Keeps the names as they are now. */
    public ShownControls {
        names = Set.copyOf(names);
    }

    /** Whether an address leaves anything away. */
    static boolean isRestricted(String address) {
        return ONLY.matcher(address).find();
    }

    /** What an address lets be shown. */
    static ShownControls of(String address) {
        Matcher only = ONLY.matcher(address);
        return new ShownControls(only.find() ? Set.copyOf(List.of(only.group(1).split(",", -1))) : Set.of());
    }

    /** Whether that is shown. */
    public boolean shows(String name) {
        return names.contains(name);
    }

    /** The parts that a press may change on such a page. */
    Parts of(Parts all) {
        List<Part> shown = all.all().stream()
                .filter(part -> {
                    String needed = PARTS.get(part.id().replaceFirst(":.*", ""));
                    return needed == null || shows(needed);
                })
                .toList();
        return new Parts(all.result(), shown);
    }
}
