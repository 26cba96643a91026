package popbeforesmtp.web.page;

import java.util.List;

/**
 * The addresses of one page for search engines and for whoever shares it.
 *
 * @param origin scheme and host of the public address; empty if it is not known, then addresses begin with a slash
 * @param basePath what comes before every path
 * @param frame the page
 */
record CanonicalUrls(String origin, String basePath, PageChrome frame) {

    private static final String CASE = "?case=";

    /** The one address of what is shown; an experiment has its own, a chosen passage or a learner's state has not. */
    public String own() {
        return at(frame.language());
    }

    /** The address of the same page in a language. */
    public String at(Language language) {
        String query = frame.query();
        return origin
                + basePath
                + language.path(frame.slug())
                + (query.startsWith(CASE) && !query.contains("&") ? query : "");
    }

    /** Whether addresses are whole, as pictures that are shared want them. */
    public boolean isPublic() {
        return !origin.isEmpty();
    }

    /** The languages of the page. */
    public List<Language> languages() {
        return List.of(Language.values());
    }
}
