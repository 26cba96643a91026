package popbeforesmtp.web.classroom;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import popbeforesmtp.classroom.ClassState;
import popbeforesmtp.classroom.Classroom;
import popbeforesmtp.classroom.Experiment;
import popbeforesmtp.classroom.Point;
import popbeforesmtp.classroom.Question;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.mailclient.Postcard;
import popbeforesmtp.sandbox.journal.Journal;
import popbeforesmtp.sandbox.journal.Progress;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.world.Answer;
import popbeforesmtp.sandbox.world.WorldView;
import popbeforesmtp.sandbox.world.Worlds;
import popbeforesmtp.web.bench.SandboxModel;
import popbeforesmtp.web.http.Form;
import popbeforesmtp.web.page.ErrorPages;
import popbeforesmtp.web.page.Localizer;
import popbeforesmtp.web.page.Notice;
import popbeforesmtp.web.page.PageChrome;
import popbeforesmtp.web.page.Views;
import popbeforesmtp.web.world.PageState;

/** A learner's page of the class: what is predicted, and the round that all share. It never moves by itself. */
final class ClassPages {

    static final String SLUG = Point.CLASS;

    private final Attendance attendance;
    private final JoinPages join;
    private final Worlds worlds;
    private final Views views;
    private final ErrorPages errors;
    private final InstantSource clock;

    /**
     * @param join for whoever has no seat yet
     * @param clock true time
     */
    ClassPages(
            Attendance attendance, JoinPages join, Worlds worlds, Views views, ErrorPages errors, InstantSource clock) {
        this.attendance = attendance;
        this.join = join;
        this.worlds = worlds;
        this.views = views;
        this.errors = errors;
        this.clock = clock;
    }

    void show(Context ctx) {
        Optional<Attendance.Seated> seated = attendance.of(ctx);
        if (seated.isEmpty()) {
            join.show(ctx);
            return;
        }
        Classroom classroom = seated.get().classroom();
        int number = seated.get().seat().number();
        ClassState state = classroom.state();
        Localizer words = views.wording(ctx);
        Map<String, Object> model = new HashMap<>();
        Point here = state.course().here();
        model.put("seat", number);
        model.put("point", here.id());
        model.put("further", here.further().orElse(""));
        state.course().question().ifPresent(question -> {
            model.put("question", question);
            model.put("vote", question.vote(number).map(Question.Choice::id).orElse(""));
            model.put("tally", TallyModel.of(question));
        });
        model.put(
                "choices",
                Arrays.stream(Question.Choice.values()).map(Question.Choice::id).toList());
        model.put("room", SeatCell.of(state, number, clock.instant()));
        Optional<Notice> told = Optional.ofNullable(ctx.queryParam("told")).flatMap(Notice::of);
        new Experiment(classroom, worlds).view(new SeatId(number)).ifPresent(view -> {
            model.put("bench", bench(view, told, words));
            model.put("step", view.step());
            model.put("fetched", view.fetched());
            model.put("left", Math.max(0, Journal.ROUND_BOUND - view.presses()));
            model.put("mayPress", state.round().orElseThrow().lets(number));
            model.put("ownLines", state.round().orElseThrow().hasOwnLines());
        });
        model.put("told", told.map(Notice::key).orElse(""));
        model.put("cards", Arrays.stream(Postcard.values()).map(Postcard::id).toList());
        model.put("others", others(state, number));
        model.put("frame", new PageChrome(words.language(), SLUG, "", "class.title"));
        ctx.render("class", model);
    }

    private static List<Integer> others(ClassState state, int number) {
        return state.seating().taken().stream()
                .map(seat -> seat.number())
                .filter(other -> other != number)
                .toList();
    }

    private static SandboxModel bench(WorldView view, Optional<Notice> told, Localizer words) {
        return SandboxModel.of(
                new PageState(SLUG, view.setUp(), Optional.of(view), Progress.NONE, told, Optional.empty()), words);
    }

    /** Takes whatever a learner presses here, or in the head of a page. */
    void act(Context ctx) {
        Optional<Attendance.Seated> seated = attendance.of(ctx);
        if (seated.isEmpty()) {
            redirect(ctx, JoinPages.SLUG);
            return;
        }
        Classroom classroom = seated.get().classroom();
        int number = seated.get().seat().number();
        Form form = Form.of(ctx);
        switch (form.value("act")) {
            case "go" -> redirect(ctx, classroom.arrive(number).start());
            case "call" -> {
                classroom.call(number);
                back(ctx, form);
            }
            case "no-call" -> {
                classroom.answered(number);
                back(ctx, form);
            }
            case "predict" -> predict(ctx, classroom, number, form);
            default -> press(ctx, classroom, number, form);
        }
    }

    private void predict(Context ctx, Classroom classroom, int number, Form form) {
        Optional<Question.Choice> choice = Question.Choice.of(form.value("choice"));
        boolean stands =
                form.value("point").equals(classroom.state().course().here().id());
        if (choice.isEmpty()) {
            errors.tell(ctx, 400, "badform");
        } else if (!stands) {
            tell(ctx, Notice.OLD);
        } else if (classroom.state().manner().held()) {
            tell(ctx, Notice.HELD);
        } else if (classroom.predict(number, choice.get())) {
            redirect(ctx, SLUG + "#question");
        } else {
            tell(ctx, Notice.CLOSED);
        }
    }

    private void press(Context ctx, Classroom classroom, int number, Form form) {
        Optional<Press> press = press(form);
        if (press.isEmpty()) {
            errors.tell(ctx, 400, "badform");
            return;
        }
        Experiment.Pressed pressed = new Experiment(classroom, worlds).press(number, form.value("step"), press.get());
        Optional<Notice> told = pressed.refusal()
                .map(ClassPages::told)
                .or(() -> pressed.answer().flatMap(answer -> told(answer.kind())));
        if (told.isPresent()) {
            tell(ctx, told.get());
        } else {
            redirect(ctx, SLUG + "#result");
        }
    }

    private static Optional<Notice> told(Answer.Kind kind) {
        return kind == Answer.Kind.FULL ? Optional.of(Notice.TEN) : Notice.of(kind, Optional.empty());
    }

    private static Notice told(Experiment.Refusal refusal) {
        return switch (refusal) {
            case HELD -> Notice.HELD;
            case NO_ROUND -> Notice.NO_ROUND;
            case NOT_YOUR_TURN -> Notice.TURN;
        };
    }

    /** Only receiving and sending are pressed here. */
    private static Optional<Press> press(Form form) {
        return switch (form.value("press")) {
            case "receive" -> Optional.of(new Press.Receive());
            case "send" -> letter(form);
            default -> Optional.empty();
        };
    }

    /** A letter to taro, or the postcard that was chosen. */
    private static Optional<Press> letter(Form form) {
        String to = JoinPages.digits(form.value("to", "0"));
        Optional<Postcard> card = Postcard.of(form.value("card", Postcard.SAKURA.id()));
        try {
            return card.map(chosen -> new Press.SendCard(chosen, to.isEmpty() ? 0 : Integer.parseInt(to)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void tell(Context ctx, Notice notice) {
        redirect(ctx, SLUG + "?told=" + notice.id() + "#result");
    }

    /** Back to the page in whose head something was pressed. */
    private void back(Context ctx, Form form) {
        String from = form.value("from");
        boolean ours = from.matches("/(?!/)[A-Za-z0-9/._-]{0,100}(\\?[A-Za-z0-9=&._~%,+-]{0,500})?");
        redirect(ctx, ours ? from : SLUG);
    }

    private void redirect(Context ctx, String slug) {
        ctx.redirect(views.link(Views.language(ctx), slug), HttpStatus.SEE_OTHER);
    }
}
