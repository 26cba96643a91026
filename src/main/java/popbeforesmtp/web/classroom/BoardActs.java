package popbeforesmtp.web.classroom;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import popbeforesmtp.classroom.Classroom;
import popbeforesmtp.classroom.Classrooms;
import popbeforesmtp.classroom.Experiment;
import popbeforesmtp.classroom.Question;
import popbeforesmtp.classroom.Round;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.sandbox.press.Options;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.PressCodec;
import popbeforesmtp.sandbox.press.SetUp;
import popbeforesmtp.sandbox.press.Setting;
import popbeforesmtp.sandbox.world.WorldView;
import popbeforesmtp.web.http.Form;

/**
 * What the buttons of the board do, each once: つぎへ from a page that shows another point than the class is at does nothing,
 * and so does whatever comes from an old page of a round.
 */
final class BoardActs {

    /** What a button does that needs nothing but a seat, or nothing at all. */
    private static final Map<String, BiConsumer<Classroom, Integer>> PLAIN = Map.ofEntries(
            Map.entry("show", (classroom, seat) -> classroom.show(true)),
            Map.entry("hide", (classroom, seat) -> classroom.show(false)),
            Map.entry("close", (classroom, seat) -> classroom.close(true)),
            Map.entry("reopen", (classroom, seat) -> classroom.close(false)),
            Map.entry("hold", (classroom, seat) -> classroom.hold(true)),
            Map.entry("release", (classroom, seat) -> classroom.hold(false)),
            Map.entry("shut", (classroom, seat) -> classroom.shut(true)),
            Map.entry("unshut", (classroom, seat) -> classroom.shut(false)),
            Map.entry("remote", (classroom, seat) -> classroom.admitRemote(true)),
            Map.entry("near", (classroom, seat) -> classroom.admitRemote(false)),
            Map.entry("seats", (classroom, seat) -> classroom.addSeats()),
            Map.entry("answered", Classroom::answered),
            Map.entry("all-turn", (classroom, seat) -> classroom.turn(Round.ALL)),
            Map.entry("no-turn", (classroom, seat) -> classroom.turn(Round.NOBODY)),
            Map.entry("turn", Classroom::turn));

    private final Classrooms classrooms;
    private final Classroom classroom;
    private final Experiment experiment;

    BoardActs(Classrooms classrooms, Classroom classroom, Experiment experiment) {
        this.classrooms = classrooms;
        this.classroom = classroom;
        this.experiment = experiment;
    }

    /** Does what a button says; false if there is no such button. */
    boolean act(Form form) {
        String act = form.value("act");
        BiConsumer<Classroom, Integer> plain = PLAIN.get(act);
        if (plain != null) {
            plain.accept(classroom, seat(form));
            return true;
        }
        return switch (act) {
            case "next" -> move(form, 1);
            case "back" -> move(form, -1);
            case "free" -> free(form);
            case "hand" -> hand(form);
            case "round" -> begin(form, SetUp.Room.SHARED);
            case "own-lines" -> begin(form, SetUp.Room.OWN_LINES);
            case "again" ->
                begin(form, classroom.state().round().map(Round::room).orElse(SetUp.Room.SHARED));
            case "choose" -> choose(form);
            case "" -> press(form);
            default -> false;
        };
    }

    private static int seat(Form form) {
        String digits = JoinPages.digits(form.value("seat"));
        return digits.matches("[0-9]{1,2}") ? Integer.parseInt(digits) : 0;
    }

    private boolean move(Form form, int by) {
        if (form.value("here").equals(classroom.state().course().here().id())) {
            classroom.move(by);
        }
        return true;
    }

    private boolean free(Form form) {
        boolean has = classroom.state().seating().has(seat(form));
        if (has) {
            classrooms.free(classroom, seat(form));
        }
        return has;
    }

    private boolean hand(Form form) {
        Optional<Question.Choice> choice = Question.Choice.of(form.value("choice"));
        choice.ifPresent(raised -> classroom.raise(raised, form.value("by").equals("less") ? -1 : 1));
        return choice.isPresent();
    }

    private boolean begin(Form form, SetUp.Room room) {
        var unused = experiment.begin(form.value("step"), room);
        return true;
    }

    /** The minutes at the list, and what the centre's network does. */
    private boolean choose(Form form) {
        Optional<WorldView> desk = experiment.view(SeatId.DESK);
        try {
            desk.ifPresent(view -> {
                Options chosen = view.options()
                        .with(Setting.WINDOW, form.value("window"))
                        .with(Setting.CENTRE, form.value("centre"));
                var unused = experiment.move(form.value("step"), new Press.Choose(chosen));
            });
            return desk.isPresent();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The clock. */
    private boolean press(Form form) {
        Optional<Press> press = PressCodec.press(form.value("press")).filter(Press.Advance.class::isInstance);
        press.ifPresent(moves -> {
            var unused = experiment.move(form.value("step"), moves);
        });
        return press.isPresent();
    }
}
