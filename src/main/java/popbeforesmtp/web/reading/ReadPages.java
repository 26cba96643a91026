package popbeforesmtp.web.reading;

import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.lesson.Edition;
import popbeforesmtp.lesson.Library;
import popbeforesmtp.lesson.course.LearnerRecord;
import popbeforesmtp.lesson.experiment.Case;
import popbeforesmtp.lesson.experiment.Cases;
import popbeforesmtp.lesson.experiment.Goal;
import popbeforesmtp.lesson.experiment.Route;
import popbeforesmtp.lesson.reading.Claim;
import popbeforesmtp.lesson.reading.Explanation;
import popbeforesmtp.sandbox.press.SetUp;
import popbeforesmtp.sandbox.world.SeatSession;
import popbeforesmtp.sandbox.world.WorldView;
import popbeforesmtp.web.bench.BenchParts;
import popbeforesmtp.web.bench.ExperimentControls;
import popbeforesmtp.web.bench.NoteValues;
import popbeforesmtp.web.bench.Part;
import popbeforesmtp.web.bench.Parts;
import popbeforesmtp.web.bench.SandboxModel;
import popbeforesmtp.web.bench.StepList;
import popbeforesmtp.web.http.Form;
import popbeforesmtp.web.page.ErrorPages;
import popbeforesmtp.web.page.Language;
import popbeforesmtp.web.page.Localizer;
import popbeforesmtp.web.page.PageChrome;
import popbeforesmtp.web.page.PageLinks;
import popbeforesmtp.web.page.Views;
import popbeforesmtp.web.world.PageState;
import popbeforesmtp.web.world.PageStates;
import popbeforesmtp.web.world.WorldPage;

/** The story and the four explanations, each with the learner's own world beside it. */
public final class ReadPages implements WorldPage {

    /** What stands beside a text before a claim is chosen. */
    private static final Map<String, String> FIRST = Map.of(
            "story", "send-only",
            "e-words", "receive-then-send",
            "atmarkit", "receive-then-send",
            "plala", "receive-then-send",
            "dion", "dion-just-in-time");

    private final Library library;
    private final Views views;
    private final PageStates standings;
    private final ErrorPages errors;

    public ReadPages(Library library, Views views, PageStates standings, ErrorPages errors) {
        this.library = library;
        this.views = views;
        this.standings = standings;
        this.errors = errors;
    }

    /**
     * What an address asks for.
     *
     * @param text the text
     * @param claim the claim in it, if one is named
     * @param played the experiment
     * @param told whether it is the one that the claim's own words tell of
     */
    private record Asked(Edition edition, Explanation text, Optional<Claim> claim, Case played, boolean told) {

        /** What is to be pressed: for a claim, in a world of its own. */
        Route route() {
            return claim.flatMap(it -> it.proof(played.id())).map(Goal::route).orElseGet(played::route);
        }
    }

    public void show(Context ctx) {
        String from = address(ctx.pathParam("slug"), ctx.queryParam("claim"), ctx.queryParam("case"));
        Optional<Asked> asked = asked(Views.language(ctx), from);
        if (asked.isEmpty()) {
            errors.tell(ctx, 404, "notfound");
            return;
        }
        show(ctx, standings.of(ctx, from, asked.get().route().setUp()), false);
    }

    @Override
    public void show(Context ctx, PageState standing, boolean part) {
        Localizer words = views.wording(ctx);
        Optional<Asked> found = asked(words.language(), standing.from());
        if (found.isEmpty()) {
            errors.tell(ctx, 404, "notfound");
            return;
        }
        Asked asked = found.get();
        LearnerRecord marks = new LearnerRecord(standing.progress());
        Map<String, Object> model = new HashMap<>();
        ReadingModel reading = reading(asked, standing, marks, words);
        Parts parts = parts(reading.beside().tools(), asked);
        model.put("reading", reading);
        model.put("beside", reading.beside());
        model.put("bench", reading.beside().bench());
        model.put("figures", NoteValues.of(standing.shown(), words));
        model.put("steps", StepList.of(asked.route(), standing.shown(), words));
        model.put("tools", reading.beside().tools());
        asked.claim.ifPresent(claim -> model.put("claim", claim));
        model.put("links", links(asked, marks, words));
        model.put("parts", parts.ids());
        model.put("description", asked.text.description());
        model.put(
                "frame",
                new PageChrome(
                        words.language(),
                        standing.slug(),
                        standing.query(),
                        asked.text.title().plain()));
        ctx.render(part ? parts.changed(standing) : "read", model);
    }

    /** The experiment's own, its steps, and the list of claims, which ticks when one was shown. */
    private static Parts parts(ExperimentControls tools, Asked asked) {
        return tools.parts()
                .and(BenchParts.THOUGHT)
                .and(List.of(
                        StepList.part(state -> Optional.of(asked.route())),
                        new Part("read", "#known", PageState::progress),
                        new Part("read", "#entries", PageState::progress)));
    }

    @Override
    public Optional<SetUp> wanted(String from, Cases cases, Form form) {
        return asked(Language.JA, from).map(asked -> asked.route().setUp());
    }

    @Override
    public void pressed(String from, SeatSession world, WorldView view) {
        asked(Language.JA, from)
                .flatMap(Asked::claim)
                .filter(claim -> claim.isSeen(view))
                .ifPresent(claim -> world.progress(
                        progress -> new LearnerRecord(progress).seen(claim).progress()));
    }

    private static ReadingModel reading(Asked asked, PageState standing, LearnerRecord marks, Localizer words) {
        List<List<ReadingModel.Part>> halves = ReadingModel.halves(asked.text, asked.claim);
        return new ReadingModel(
                asked.text,
                halves.get(0),
                halves.get(1),
                beside(asked, standing, marks, words),
                asked.text.body().passages().stream()
                        .flatMap(id -> asked.edition.claims().find(id).stream())
                        .map(claim -> new ReadingModel.Entry(
                                claim, marks.hasSeen(claim), !claim.proofs().isEmpty()))
                        .toList());
    }

    private PageLinks links(Asked asked, LearnerRecord marks, Localizer words) {
        Set<String> seen = asked.edition.claims().of(asked.text.slug()).stream()
                .filter(marks::hasSeen)
                .map(Claim::id)
                .collect(Collectors.toUnmodifiableSet());
        return new PageLinks(views, words.language(), asked.edition.claims(), asked.claim.map(Claim::id), seen);
    }

    private static ReadingModel.Beside beside(Asked asked, PageState standing, LearnerRecord marks, Localizer words) {
        List<String> proofs = asked.claim.map(ReadPages::experiments).orElse(List.of());
        return new ReadingModel.Beside(
                SandboxModel.of(standing, words, asked.played.id()),
                ExperimentControls.of(asked.played),
                asked.claim.orElse(null),
                asked.told,
                asked.claim.filter(claim -> claim.isSeen(standing.shown())).isPresent(),
                asked.claim.filter(marks::hasSeen).isPresent(),
                proofs.size() > 1 ? proofs : List.of());
    }

    private static List<String> experiments(Claim claim) {
        return claim.proofs().stream().map(Goal::caseId).distinct().toList();
    }

    /** An address without base path and language, as forms carry it. */
    private static String address(String slug, @Nullable String claim, @Nullable String played) {
        return "/read/" + slug
                + (claim == null ? "" : "?claim=" + claim)
                + (played == null ? "" : (claim == null ? "?" : "&") + "case=" + played);
    }

    /** What such an address asks for; nothing if there is no such text, claim or experiment in it. */
    private Optional<Asked> asked(Language language, String address) {
        String[] halves = address.split("\\?", 2);
        Map<String, String> query = new HashMap<>();
        for (String pair : halves.length < 2 ? new String[0] : halves[1].split("&", -1)) {
            String[] sides = pair.split("=", 2);
            query.put(sides[0], sides.length < 2 ? "" : sides[1]);
        }
        Edition edition = library.in(language.code());
        Optional<Explanation> text = edition.explanation(halves[0].substring(halves[0].lastIndexOf('/') + 1));
        if (text.isEmpty() || !halves[0].equals("/read/" + text.get().slug())) {
            return Optional.empty();
        }
        Optional<Claim> claim = Optional.ofNullable(query.get("claim"))
                .flatMap(edition.claims()::find)
                .filter(it -> it.source().equals(text.get().slug()));
        if (claim.isEmpty() && (query.containsKey("claim") || query.containsKey("case"))) {
            return Optional.empty();
        }
        String first = claim.flatMap(Claim::experiment)
                .orElseGet(() -> FIRST.getOrDefault(text.get().slug(), "receive-then-send"));
        String wanted = query.getOrDefault("case", first);
        if (query.containsKey("case")
                && claim.filter(it -> experiments(it).contains(wanted)).isEmpty()) {
            return Optional.empty();
        }
        return library.cases()
                .find(wanted)
                .map(played -> new Asked(edition, text.get(), claim, played, wanted.equals(first)));
    }
}
