package popbeforesmtp.web;

import java.util.Set;
import popbeforesmtp.lesson.Links;

/**
 * The links of a page on which claims are marked.
 *
 * @param links where they lead
 * @param seen the claims that the reader has put to the test
 */
record ReadLinks(PageLinks links, Set<String> seen) implements Links {

    @Override
    public String claim(String id) {
        return links.claim(id);
    }

    @Override
    public String word(String id) {
        return links.word(id);
    }

    @Override
    public String experiment(String id) {
        return links.experiment(id);
    }

    @Override
    public String page(String path) {
        return links.page(path);
    }

    @Override
    public boolean isChosen(String claim) {
        return links.isChosen(claim);
    }

    @Override
    public boolean isSeen(String claim) {
        return seen.contains(claim);
    }
}
