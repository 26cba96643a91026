package popbeforesmtp.mailserver.session;

import java.util.ArrayList;
import java.util.List;

/**
 * What a reply says, with gaps for the words that are known only when it is said. Read apart once, as a busy server says the same
 * few replies thousands of times a second.
 */
public final class ReplyText {

    private static final String GAP = "%s";

    /** Each line as the pieces between its gaps. */
    private final List<String[]> lines;

    private final List<String> whole;

    /** @param text lines with LF between them and {@code %s} for each gap */
    public ReplyText(String text) {
        whole = text.lines().toList();
        lines = whole.stream().map(line -> line.split(GAP, -1)).toList();
    }

    /** Whether it begins so. */
    public boolean startsWith(String beginning) {
        return whole.get(0).startsWith(beginning);
    }

    /**
     * The lines.
     *
     * @param words what goes into the gaps, in their order; more of them than there are gaps do no harm
     */
    public List<String> with(Object... words) {
        if (words.length == 0) {
            return whole;
        }
        List<String> filled = new ArrayList<>(lines.size());
        int next = 0;
        for (String[] pieces : lines) {
            StringBuilder line = new StringBuilder(pieces[0]);
            for (int piece = 1; piece < pieces.length; piece++) {
                line.append(words[next++]).append(pieces[piece]);
            }
            filled.add(line.toString());
        }
        return filled;
    }
}
