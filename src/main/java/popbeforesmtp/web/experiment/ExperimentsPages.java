package popbeforesmtp.web.experiment;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import popbeforesmtp.lesson.experiment.Cases;
import popbeforesmtp.sandbox.explain.Outcome;
import popbeforesmtp.web.page.Localizer;
import popbeforesmtp.web.page.PageChrome;
import popbeforesmtp.web.page.Views;
import popbeforesmtp.web.world.Visitors;

/** The catalogue of the cases: each with its picture, to be searched by what happens and by words. */
public final class ExperimentsPages {

    public static final String SLUG = "/experiments";

    /** How much of what is sought counts, in characters. */
    private static final int LONGEST = 80;

    private final Cases cases;
    private final Views views;
    private final Visitors visitors;

    public ExperimentsPages(Cases cases, Views views, Visitors visitors) {
        this.cases = cases;
        this.views = views;
        this.visitors = visitors;
    }

    /**
     * A kind of ending that can be asked for.
     *
     * @param id its outcome
     * @param words its words
     * @param why the reasons for it that occur, with their words
     */
    record Kind(String id, String words, List<Choice> why) {}

    /** Something that can be chosen. */
    record Choice(String id, String words) {}

    public void show(Context ctx) {
        visitors.greet(ctx);
        Localizer words = views.wording(ctx);
        String sought = Optional.ofNullable(ctx.queryParam("q")).orElse("").strip();
        String asked = sought.substring(0, Math.min(LONGEST, sought.length()));
        String happens = Optional.ofNullable(ctx.queryParam("happens")).orElse("");
        List<CaseCard> all = cases.all().stream().map(CaseCard::of).toList();
        List<String> terms = Arrays.stream(CaseCard.comparable(asked).split("\\s+", -1))
                .filter(term -> !term.isEmpty())
                .toList();
        List<CaseCard> found = all.stream()
                .filter(card -> happens.isEmpty() || card.has(happens))
                .filter(card -> card.tells(terms, words))
                .toList();
        Map<String, Object> model = new HashMap<>();
        model.put("kinds", kinds(all, words));
        model.put("found", found);
        model.put("asked", asked);
        model.put("happens", happens);
        model.put("all", happens.isEmpty() && terms.isEmpty());
        model.put("frame", new PageChrome(words.language(), SLUG, query(asked, happens), "experiments.title"));
        ctx.render("experiments", model);
    }

    /** What a change of language keeps. */
    private static String query(String asked, String happens) {
        return asked.isEmpty() && happens.isEmpty()
                ? ""
                : "?happens=" + URLEncoder.encode(happens, UTF_8) + "&q=" + URLEncoder.encode(asked, UTF_8);
    }

    /** All that happens in any case, by how it ends. */
    private static List<Kind> kinds(List<CaseCard> all, Localizer words) {
        Map<Outcome, Map<String, Choice>> kinds = new TreeMap<>();
        for (CaseCard card : all) {
            for (CaseCard.Happening each : card.happens()) {
                Map<String, Choice> why = kinds.computeIfAbsent(each.outcome(), absent -> new LinkedHashMap<>());
                if (!each.reason().isEmpty()) {
                    why.put(each.reason(), new Choice(each.id(), each.words(words)));
                }
            }
        }
        return kinds.entrySet().stream()
                .map(kind -> new Kind(
                        kind.getKey().kebab(),
                        words.plain("verdict." + kind.getKey().kebab()),
                        List.copyOf(kind.getValue().values())))
                .toList();
    }
}
