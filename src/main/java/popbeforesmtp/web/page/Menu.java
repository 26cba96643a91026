package popbeforesmtp.web.page;

import java.util.List;

/**
 * An entry of the menu; there is one for every page that exists and belongs there.
 *
 * @param slug where it leads
 * @param words the key of its words
 * @param below the beginning of the addresses at which it is the current one
 */
record Menu(String slug, String words, String below) {

    /** The entries in their order. */
    static final List<Menu> ALL = List.of(
            new Menu("/read/story", "nav.read", "/read"),
            new Menu("/servers", "nav.servers", "/servers"),
            new Menu("/learn/1", "nav.learn", "/learn"),
            new Menu("/try", "nav.try", "/try"),
            new Menu("/compare", "nav.compare", "/compare"),
            new Menu(Section.QUIZ, "nav.quiz", Section.QUIZ),
            new Menu("/words", "nav.words", "/words"),
            new Menu("/print/worksheet", "nav.print", Section.PRINT));

    /** Whether it leads to where the reader is, the page of that slug. */
    boolean isAbove(String page) {
        return page.equals(below) || page.startsWith(below + "/");
    }
}
