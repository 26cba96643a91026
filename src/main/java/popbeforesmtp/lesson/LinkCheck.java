package popbeforesmtp.lesson;

import java.util.List;
import java.util.Set;
import popbeforesmtp.lesson.experiment.CaseIndex;
import popbeforesmtp.lesson.prose.Reference;
import popbeforesmtp.lesson.reading.Claims;
import popbeforesmtp.lesson.reading.Explanation;

/** Names every link of a text that leads nowhere. */
final class LinkCheck {
    private static final Set<String> PAGES = Set.of(
            "/",
            "/try",
            "/compare",
            "/compare-runs",
            "/quiz",
            "/words",
            "/history",
            "/help",
            "/servers",
            "/sources",
            "/about",
            "/a11y");
    private static final Set<String> HANDOUTS = Set.of("worksheet", "answers", "words", "log", "explanations");

    private LinkCheck() {}

    /** Looks where every link leads to. */
    static void check(List<Reference> references, CaseIndex cases, Claims claims, Edition.Reference places) {
        for (Reference reference : references) {
            String target = reference.target();
            boolean found = switch (reference.scheme()) {
                case CLAIM -> claims.find(target).isPresent();
                case WORD -> places.glossary().find(target).isPresent();
                case CASE -> cases.has(target);
                case PAGE -> isPage(target, claims, places);
            };
            if (!found) {
                throw reference.bad("there is no " + reference.scheme().prefix() + " '" + target + "'");
            }
        }
    }

    private static boolean isPage(String target, Claims claims, Edition.Reference places) {
        String[] parts = target.split("#", 2);
        String path = parts[0];
        String slug = path.substring(path.lastIndexOf('/') + 1);
        boolean known = PAGES.contains(path)
                || (path.equals("/read/" + slug) && Explanation.SLUGS.contains(slug))
                || (path.equals("/learn/" + slug) && slug.matches("[1-7]"))
                || (path.equals("/print/" + slug) && HANDOUTS.contains(slug));
        if (!known || parts.length == 1) {
            return known;
        }
        String anchor = parts[1];
        return switch (path) {
            case "/help" -> places.help().has(anchor);
            case "/history" -> places.timeline().has(anchor);
            case "/servers" -> places.servers().find(anchor).isPresent();
            case "/words" -> places.glossary().find(anchor).isPresent();
            default -> path.startsWith("/read/") && claims.ids(slug).contains(anchor);
        };
    }
}
