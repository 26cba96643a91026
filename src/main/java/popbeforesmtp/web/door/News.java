package popbeforesmtp.web.door;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import popbeforesmtp.web.bench.TalkLine;

/**
 * What is new for a reader who has the page open, as parts of that page: lines to be added at the end of the talk, with one
 * line that says so, and the reader's row, to be put in place of the old one.
 *
 * @param row the row as it is told now
 * @param end where the talk that was told ends
 * @param parts the HTML of each part that is new, by the name of its event; none if nothing is
 */
record News(OwnRow row, long end, Map<String, String> parts) {

    /** The event that adds lines. */
    static final String LINES = "lines";

    /** The event that says how many there are. */
    static final String SAID = "said";

    /** The event that replaces the reader's row. */
    static final String LISTED = "listed";

    /** As a stream of events has it that ends here, to be asked for again after a while. */
    String asStream(int askAgainMillis) {
        List<String> lines = new ArrayList<>(List.of("retry: " + askAgainMillis));
        parts.forEach((event, html) ->
                lines.add("event: " + event + "\nid: " + end + "\n" + html.replaceAll("(?m)^", "data: ") + "\n"));
        return String.join("\n", lines) + "\n";
    }

    /** The lines that a page begins with, or is given in addition. */
    record Talk(List<TalkLine> lines, long end) {}
}
