package popbeforesmtp.web.page;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the head and foot of every page need.
 *
 * @param language the reader's
 * @param slug the page, {@code /try}
 * @param query what the page was asked with and a change of language keeps, {@code ?case=too-late}; empty if nothing
 * @param title the words for the window's title, plain; nothing on the home page
 */
public record PageChrome(
        Language language,
        String slug,
        String query,
        @Nullable String title) {

    private static final Set<String> APART = Set.of(
            "teach",
            "join",
            "class",
            "door",
            "servers",
            "postmaster",
            "help",
            "print",
            "experiments",
            "run",
            "runs",
            "compare",
            "compare-runs",
            "history",
            "words",
            "sources",
            "about",
            "a11y");

    /** What the window is called. */
    public String windowTitle(Localizer words) {
        String site = words.plain("site");
        String name = name(words).equals(site) ? words.plain("nav.try") : name(words);
        return title == null ? site : name + " ― " + site;
    }

    /** What the page alone is called, without the site. */
    public String name(Localizer words) {
        return words.plain(title == null ? "site" : title);
    }

    /** Whether this is the page of that slug. */
    public boolean isAt(String other) {
        return slug.equals(other);
    }

    /** Whether this page has looks of its own, in {@code pages.css}. */
    public boolean isApart() {
        return APART.contains(slug.split("/", 3)[1]);
    }

    /** Whether this only tells that something is not as expected. */
    public boolean isNotice() {
        return title != null && title.startsWith("notice.");
    }

    /** Whether this is a handout: printed, only the sheet is left. */
    public boolean isHandout() {
        return slug.startsWith(Section.PRINT + "/");
    }

    /** The page with what it was asked with, to come back to it. */
    public String address() {
        return slug + query;
    }

    /** The entries of the menu. */
    public List<Menu> menu() {
        return Menu.ALL;
    }

    /** Whether that entry leads to where the reader is. */
    public boolean isBelow(Menu entry) {
        return entry.isAbove(slug);
    }
}
