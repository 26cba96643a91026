package popbeforesmtp.web;

import java.util.Optional;
import popbeforesmtp.lesson.Claim;
import popbeforesmtp.lesson.Claims;
import popbeforesmtp.lesson.Links;

/**
 * Where the links of teachers' texts lead on this site, in the reader's language.
 *
 * @param views knows base path and languages
 * @param language the reader's
 * @param claims all claims, to know where each is told
 * @param chosen the claim that the page shows just now, if it does one
 */
record PageLinks(Views views, Language language, Claims claims, Optional<String> chosen) implements Links {

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
        return views.link(language, path);
    }

    @Override
    public boolean isChosen(String claim) {
        return chosen.filter(claim::equals).isPresent();
    }
}
