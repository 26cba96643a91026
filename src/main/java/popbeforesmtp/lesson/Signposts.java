package popbeforesmtp.lesson;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Knows everything that a text can lead to, and names every link that leads nowhere. */
final class Signposts {

    private static final Set<String> PAGES = Set.of(
            "/", "/try", "/compare", "/compare-runs", "/quiz", "/words", "/history", "/sources", "/about", "/a11y");
    private static final Set<String> HANDOUTS = Set.of("worksheet", "answers", "words", "log", "explanations");

    private final Map<String, Case> cases;

    Signposts(List<Case> cases) {
        this.cases = cases.stream().collect(Collectors.toUnmodifiableMap(Case::id, Function.identity()));
    }

    /** The case that is named there. */
    Case experiment(Outline id) {
        return id.as("case", name -> Optional.ofNullable(cases.get(name)));
    }

    /** What a world must come to for the case that is named there to end so. */
    Goal goal(Outline id, Expectation end) {
        Case played = experiment(id);
        int step = step(id, played, end);
        return Goal.of(played, step, end, played.steps().get(step).press());
    }

    /** The number of the step, counted from 0, at which the case that is named there ends so; the first one. */
    static int step(Outline id, Case played, Expectation end) {
        List<Step> steps = played.steps();
        for (int i = 0; i < steps.size(); i++) {
            if (end.fits(steps.get(i))) {
                return i;
            }
        }
        throw id.bad(
                "case '" + played.id() + "' never ends with " + end.outcome().kebab()
                        + end.reason().map(reason -> ", " + reason.kebab()).orElse(""));
    }

    /** Looks where every link leads to. */
    void check(List<Reference> references, Claims claims, Glossary glossary, Timeline timeline) {
        for (Reference reference : references) {
            String target = reference.target();
            boolean found = switch (reference.scheme()) {
                case CLAIM -> claims.find(target).isPresent();
                case WORD -> glossary.find(target).isPresent();
                case CASE -> cases.containsKey(target);
                case PAGE -> isPage(target, claims, glossary, timeline);
            };
            if (!found) {
                throw reference.bad("there is no " + reference.scheme().prefix() + " '" + target + "'");
            }
        }
    }

    private static boolean isPage(String target, Claims claims, Glossary glossary, Timeline timeline) {
        String[] parts = target.split("#", 2);
        String path = parts[0];
        String slug = path.substring(path.lastIndexOf('/') + 1);
        boolean known = PAGES.contains(path)
                || (path.equals("/read/" + slug) && Explanation.SLUGS.contains(slug))
                || (path.equals("/learn/" + slug) && slug.matches("[1-6]"))
                || (path.equals("/print/" + slug) && HANDOUTS.contains(slug));
        if (!known || parts.length == 1) {
            return known;
        }
        String anchor = parts[1];
        return switch (path) {
            case "/history" -> timeline.has(anchor);
            case "/words" -> glossary.find(anchor).isPresent();
            default -> path.startsWith("/read/") && claims.ids(slug).contains(anchor);
        };
    }
}
