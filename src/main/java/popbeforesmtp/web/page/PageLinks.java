package popbeforesmtp.web.page;

import java.util.Optional;
import java.util.Set;
import popbeforesmtp.lesson.Edition;
import popbeforesmtp.lesson.prose.Links;
import popbeforesmtp.lesson.reading.Claim;
import popbeforesmtp.lesson.reading.Claims;

/**
 * Where the links of teachers' texts lead on this site, in the reader's language.
 *
 * @param views knows base path and languages
 * @param language the reader's
 * @param claims all claims, to know where each is told
 * @param chosen the claim that the page shows just now, if it does one
 * @param seen the claims that the reader has put to the test, as far as the page marks them
 */
public record PageLinks(Views views, Language language, Claims claims, Optional<String> chosen, Set<String> seen)
        implements Links {

    private static final String CARD = "/servers#";

    /** Those of a page that marks no claims. */
    public static PageLinks of(Views views, Language language, Edition edition) {
        return new PageLinks(views, language, edition.claims(), Optional.empty(), Set.of());
    }

    @Override
    public String claim(String id) {
        Optional<Claim> claim = claims.find(id);
        Optional<String> history = claim.filter(it -> it.proofs().isEmpty()).flatMap(Claim::history);
        return history.map(anchor -> page("/history#" + anchor))
                .orElseGet(() -> page("/read/" + claim.map(Claim::source).orElse("story") + "?claim=" + id + "#" + id));
    }

    @Override
    public String word(String id) {
        return page("/words#" + id);
    }

    @Override
    public String experiment(String id) {
        return page("/try?case=" + id);
    }

    @Override
    public String page(String path) {
        return views.link(language, unfolded(path));
    }

    /** A card of the server room is folded unless it is asked for by its name. */
    private static String unfolded(String path) {
        return path.startsWith(CARD) ? path.replaceFirst("#(.*)", "?card=$1#$1") : path;
    }

    @Override
    public boolean isChosen(String claim) {
        return chosen.filter(claim::equals).isPresent();
    }

    @Override
    public boolean isSeen(String claim) {
        return seen.contains(claim);
    }
}
