package popbeforesmtp.lesson.prose;

/** Where the links of a text lead to: the addresses of the pages that show these things. */
public interface Links {

    /** The address that shows a claim and its experiment, {@code E6}. */
    String claim(String id);

    /** The address of a word of the glossary, {@code smtp-auth}. */
    String word(String id);

    /** The address of an experiment, a case, {@code too-late}. */
    String experiment(String id);

    /** The address of a page, {@code /history#drac}. */
    String page(String path);

    /** Whether the page shows this claim just now; its passage is then marked as the current one. */
    default boolean isChosen(String claim) {
        return false;
    }

    /** Whether the reader has already seen this claim put to the test; its passage is then marked as such. */
    default boolean isSeen(String claim) {
        return false;
    }
}
