package popbeforesmtp.web.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import popbeforesmtp.web.world.PageState;

/**
 * The parts of one page that a press may change, besides the result, which it always does. The page names them in {@code
 * hx-select-oob}; an answer to htmx carries those that have changed.
 *
 * @param result the file of the result
 * @param all the parts
 */
public record Parts(String result, List<Part> all) {

    /** Keeps the list as it is now. */
    public Parts {
        all = List.copyOf(all);
    }

    /** The same and more. */
    public Parts and(List<Part> more) {
        List<Part> both = new ArrayList<>(all);
        both.addAll(more);
        return new Parts(result, both);
    }

    /** As htmx wants them named. */
    public String ids() {
        return all.stream().map(Part::id).collect(Collectors.joining(","));
    }

    /** The view that is the answer to a press: the result and what has changed beside it. */
    public String changed(PageState now) {
        Map<String, StringJoiner> files = new LinkedHashMap<>();
        files.put(result, new StringJoiner(",").add("#result"));
        for (Part part : all) {
            if (part.isChanged(now)) {
                files.computeIfAbsent(part.template(), file -> new StringJoiner(","))
                        .add(part.selector());
            }
        }
        return files.entrySet().stream()
                .map(file -> file.getKey() + " :: " + file.getValue())
                .collect(Collectors.joining(" + "));
    }
}
