package popbeforesmtp.sandbox.press;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A state of a world as a short text for a link: its set-up by value and its presses, with a format version. Lines typed by
 * hand and every other free text are never in it. Whoever follows the link plays it with the first press, not by looking.
 *
 * @param setUp how the world starts
 * @param presses what is pressed then, at most {@value #MOST}
 */
public record StateLink(SetUp setUp, List<Press> presses) {

    /** How many presses a link carries at the most. */
    public static final int MOST = 40;

    private static final String VERSION = "2";
    private static final int LONGEST = 4_000;

    /** @throws IllegalArgumentException if there are too many presses, or one that no link may carry */
    public StateLink {
        presses = List.copyOf(presses);
        if (presses.size() > MOST || !presses.stream().allMatch(StateLink::isCarried)) {
            throw new IllegalArgumentException("not to be put into a link");
        }
    }

    /** The link's text: letters, digits, {@code . - ~ _} only. */
    public String text() {
        List<String> words = new ArrayList<>(List.of(VERSION, PressCodec.text(setUp)));
        presses.forEach(press -> words.add(PressCodec.text(press).replace(':', '_')));
        return String.join("~", words);
    }

    /**
     * Reads a link's text, also one of format 1.
     *
     * @return nothing if it is none, of another version, or holds anything that cannot be chosen
     */
    public static Optional<StateLink> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        List<String> words = List.of(text.split("~", -1));
        if (words.get(0).equals(OldStateLink.VERSION)) {
            return OldStateLink.parse(words);
        }
        if (words.size() < 2 || !words.get(0).equals(VERSION)) {
            return Optional.empty();
        }
        List<Optional<Press>> presses = words.stream()
                .skip(2)
                .map(word -> PressCodec.press(word.replaceFirst("_", ":")))
                .toList();
        return PressCodec.setUp(words.get(1))
                .filter(setUp -> presses.stream().allMatch(Optional::isPresent))
                .flatMap(setUp ->
                        of(setUp, presses.stream().map(Optional::orElseThrow).toList()));
    }

    /** The link, if there is one that carries all this. */
    public static Optional<StateLink> of(SetUp setUp, List<Press> presses) {
        return presses.size() <= MOST && presses.stream().allMatch(StateLink::isCarried)
                ? Optional.of(new StateLink(setUp, presses))
                : Optional.empty();
    }

    private static boolean isCarried(Press press) {
        return !(press instanceof Press.Begin
                || press instanceof Press.SendCard
                || press instanceof Press.Open
                || press instanceof Press.Type
                || press instanceof Press.Close
                || press instanceof Press.LineCut);
    }
}
