package popbeforesmtp.web.learning;

import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import popbeforesmtp.lesson.Edition;
import popbeforesmtp.lesson.Library;
import popbeforesmtp.lesson.course.Controls;
import popbeforesmtp.lesson.course.Controls.Control;
import popbeforesmtp.lesson.course.Guess;
import popbeforesmtp.lesson.course.LearnerRecord;
import popbeforesmtp.lesson.course.Lesson;
import popbeforesmtp.lesson.course.Puzzle;
import popbeforesmtp.lesson.course.Trial;
import popbeforesmtp.lesson.dialogue.Redaction;
import popbeforesmtp.lesson.experiment.Cases;
import popbeforesmtp.lesson.experiment.Route;
import popbeforesmtp.network.Place;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.PressCodec;
import popbeforesmtp.sandbox.press.SetUp;
import popbeforesmtp.sandbox.press.Setting;
import popbeforesmtp.sandbox.world.SeatSession;
import popbeforesmtp.sandbox.world.WorldView;
import popbeforesmtp.web.bench.ConsoleModel;
import popbeforesmtp.web.bench.NoteValues;
import popbeforesmtp.web.bench.SandboxModel;
import popbeforesmtp.web.bench.StepList;
import popbeforesmtp.web.bench.Surroundings;
import popbeforesmtp.web.http.Form;
import popbeforesmtp.web.page.ErrorPages;
import popbeforesmtp.web.page.Language;
import popbeforesmtp.web.page.Localizer;
import popbeforesmtp.web.page.Notice;
import popbeforesmtp.web.page.PageChrome;
import popbeforesmtp.web.page.PageLinks;
import popbeforesmtp.web.page.Views;
import popbeforesmtp.web.world.NotePage;
import popbeforesmtp.web.world.PageState;
import popbeforesmtp.web.world.PageStates;
import popbeforesmtp.web.world.PressForm;
import popbeforesmtp.web.world.WorldPage;

/** The lessons: guess, try, see why. Each trial is a page of its own with the learner's world on it. */
public final class LearnPages implements WorldPage, NotePage {

    private static final String RUNG = "rung:";
    private static final int LONGEST_LINE = 200;
    private static final Controls EXAMPLE =
            new Controls(Set.of(Control.RECEIVE, Control.SEND, Control.LIST, Control.TALK), List.of(Place.CENTRE));

    private final Library library;
    private final Views views;
    private final PageStates standings;
    private final ErrorPages errors;

    public LearnPages(Library library, Views views, PageStates standings, ErrorPages errors) {
        this.library = library;
        this.views = views;
        this.standings = standings;
        this.errors = errors;
    }

    public void show(Context ctx) {
        String trial = ctx.queryParam("trial");
        String box = ctx.queryParam("box");
        String query = trial != null ? "?trial=" + trial : box != null ? "?box=" + box : "";
        show(ctx, state(ctx, "/learn/" + ctx.pathParam("number") + query), false);
    }

    /** A guess and a hint change their own answers only. */
    @Override
    public void showPart(Context ctx, String from) {
        show(ctx, state(ctx, from), "learn :: #guess-said,#hints,#lead");
    }

    private PageState state(Context ctx, String from) {
        SetUp wanted = asked(from).flatMap(LearnPages::setUp).orElse(SetUp.FREE);
        return standings.of(ctx, from, wanted);
    }

    @Override
    public void show(Context ctx, PageState standing, boolean part) {
        String changed = part
                ? asked(standing.from())
                        .map(address -> LearnParts.of(address).changed(standing))
                        .orElse("learn")
                : "learn";
        show(ctx, standing, changed);
    }

    private void show(Context ctx, PageState standing, String view) {
        Localizer words = views.wording(ctx);
        Edition edition = library.in(words.language().code());
        Optional<LearnAddress> asked = LearnAddress.of(edition, standing.from());
        if (asked.isEmpty()) {
            errors.tell(ctx, 404, "notfound");
            return;
        }
        LearnAddress address = asked.get();
        PageState shown = evident(address, standing);
        boolean closed = isClosed(address, shown);
        LessonModel learning = LessonModel.of(address, edition, shown, words);
        Map<String, Object> model = new HashMap<>();
        model.put("learning", learning);
        model.put("lesson", address.lesson());
        model.put("puzzle", address.lesson().puzzle().orElse(null));
        model.put("attempt", learning.attempt());
        model.put("example", learning.example());
        model.put("box", learning.box());
        model.put("links", PageLinks.of(views, words.language(), edition));
        address.lesson()
                .route(address.part())
                .ifPresent(route -> model.put("steps", steps(route, learning, shown.shown(), words)));
        model.put("closed", closed);
        model.put("prompt", ConsoleModel.of(shown.shown()));
        model.put("figures", NoteValues.of(shown.shown(), words));
        model.put("controls", controls(address));
        around(controls(address), shown.shown()).ifPresent(around -> model.put("around", around));
        model.put("parts", LearnParts.of(address).ids());
        model.put(
                "bench",
                SandboxModel.unnamed(
                        closed ? shown.with(Redaction::of) : shown,
                        words,
                        controls(address).places(),
                        closed));
        model.put(
                "frame",
                new PageChrome(words.language(), standing.slug(), standing.query(), LessonModel.title(address, words)));
        ctx.render(view, model);
    }

    /** What to press; in a box, what caused it is to be named at the end. */
    private static StepList steps(Route route, LessonModel learning, WorldView shown, Localizer words) {
        StepList steps = StepList.of(route, shown, words);
        LessonModel.Chest box = learning.box();
        return box == null ? steps : steps.and(words.plain("step.cause"), box.open());
    }

    /** What a lesson shows of the surroundings: what it lets choose, drawn once more. */
    private static Optional<Surroundings> around(Controls controls, WorldView shown) {
        return Optional.of(controls)
                .filter(Controls::isOperated)
                .flatMap(it -> Surroundings.of(
                        shown, it.places(), it.shows("wall"), it.shows("auth") ? Set.of(Setting.AUTH) : Set.of()));
    }

    /** Where nothing is tried, what was tried last in this lesson is shown as evidence. */
    private static PageState evident(LearnAddress address, PageState standing) {
        return setUp(address).isPresent()
                ? standing
                : LessonModel.played(address.lesson(), standing)
                        .map(trial -> standing.about(trial.setUp()))
                        .orElse(standing);
    }

    private static boolean isClosed(LearnAddress address, PageState standing) {
        Lesson lesson = address.lesson();
        LearnerRecord marks = new LearnerRecord(standing.progress());
        return LessonModel.box(lesson, address.part())
                .or(() -> LessonModel.played(lesson, standing).flatMap(trial -> LessonModel.box(lesson, trial.name())))
                .filter(box -> !marks.isOpen(lesson.number(), box))
                .isPresent();
    }

    @Override
    public Optional<SetUp> wanted(String from, Cases cases, Form form) {
        return asked(from).flatMap(LearnPages::setUp);
    }

    @Override
    public Optional<Press> press(String from, Form form, WorldView shown) {
        return asked(from).flatMap(address -> {
            Optional<Trial> trial = address.lesson().find(address.part());
            String wish = form.value("press");
            if (wish.equals("lead")) {
                return trial.flatMap(it -> it.next(shown));
            }
            Optional<Press> press = wish.equals("auth")
                    ? authentication(form, shown)
                    : wish.startsWith(RUNG) ? PressCodec.press(wish) : new PressForm(form).press();
            return press.filter(controls(address)::allow);
        });
    }

    private static Optional<Press> authentication(Form form, WorldView shown) {
        String auth = form.value("auth");
        return auth.equals("on") || auth.equals("off")
                ? Optional.of(new Press.Choose(shown.options().with(Setting.AUTH, auth)))
                : Optional.empty();
    }

    @Override
    public void pressed(String from, SeatSession world, WorldView view) {
        asked(from)
                .ifPresent(address -> address.lesson()
                        .find(address.part())
                        .filter(trial -> trial.isDone(view))
                        .ifPresent(trial -> world.progress(progress -> new LearnerRecord(progress)
                                .seen(address.lesson().number(), trial)
                                .progress())));
    }

    @Override
    public boolean isThere(String from) {
        return asked(from).isPresent();
    }

    @Override
    public Optional<Note> note(String from, Form form) {
        return note(from, form, Optional::empty);
    }

    @Override
    public Optional<Note> note(String from, Form form, Supplier<Optional<WorldView>> seen) {
        LearnAddress address = asked(from).orElseThrow();
        Lesson lesson = address.lesson();
        int number = lesson.number();
        Optional<Trial> trial = lesson.find(address.part());
        return switch (form.value("note")) {
            case "guess" ->
                trial.flatMap(tried -> Guess.of(form.value("guess"))
                        .map(guess -> Note.of(
                                from + "#predict",
                                marks -> marks.hasSeen(number, tried) ? marks : marks.guessed(number, tried, guess))));
            case "hint" -> trial.map(tried -> Note.of(from + "#help", marks -> marks.hinted(number, tried)));
            case "cause" ->
                LessonModel.box(lesson, address.part())
                        .flatMap(box -> cause(lesson, form).map(cause -> {
                            UnaryOperator<LearnerRecord> change = caused(number, box, cause.id(), form, seen);
                            return Note.of(from + "#answer", change);
                        }));
            case "answer" ->
                Optional.of(form.value("answer"))
                        .filter(lesson.moral().question()::offers)
                        .map(option -> Note.of(from + "#answer", marks -> marks.answered(number, option)));
            case "clear" ->
                Optional.of(new Note(marks -> marks.cleared(), from + "#main", Optional.of(Notice.CLEARED)));
            default -> Optional.empty();
        };
    }

    /** The cause that was named, and the line that shows it, if one was. A box that is open stays open. */
    private static UnaryOperator<LearnerRecord> caused(
            int number, Puzzle.Box box, String cause, Form form, Supplier<Optional<WorldView>> seen) {
        String line = form.value("line");
        boolean given = !line.isEmpty() && line.length() <= LONGEST_LINE;
        boolean proved = given
                && box.isBecauseOf(cause)
                && seen.get().filter(view -> box.isSeenFrom(line, view)).isPresent();
        return marks -> {
            if (marks.isOpen(number, box)) {
                return marks;
            }
            LearnerRecord named = marks.caused(number, box.trial(), cause);
            return given ? named.evident(number, box.trial(), line, proved) : named;
        };
    }

    /** Causes are named by their place in the list: their names would tell of cases. */
    private static Optional<Puzzle.Cause> cause(Lesson lesson, Form form) {
        String place = form.value("cause");
        return lesson.puzzle()
                .map(Puzzle::causes)
                .filter(causes -> place.matches("[0-9]") && Integer.parseInt(place) < causes.size())
                .map(causes -> causes.get(Integer.parseInt(place)));
    }

    private Optional<LearnAddress> asked(String from) {
        return LearnAddress.of(library.in(Language.JA.code()), from);
    }

    private static Optional<SetUp> setUp(LearnAddress address) {
        return address.lesson().route(address.part()).map(Route::setUp);
    }

    static Controls controls(LearnAddress address) {
        return address.lesson().find(address.part()).map(Trial::controls).orElse(EXAMPLE);
    }
}
