package popbeforesmtp.web.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import popbeforesmtp.lesson.course.Controls;
import popbeforesmtp.lesson.course.LadderState;
import popbeforesmtp.lesson.course.LearnerRecord;
import popbeforesmtp.lesson.course.Lesson;
import popbeforesmtp.lesson.course.Trial;
import popbeforesmtp.sandbox.press.Setting;
import popbeforesmtp.sandbox.world.WorldView;
import popbeforesmtp.web.bench.BenchParts;
import popbeforesmtp.web.bench.Part;
import popbeforesmtp.web.bench.Parts;
import popbeforesmtp.web.bench.StepList;
import popbeforesmtp.web.world.PageState;

/** The parts of a lesson's page that a press may change. */
final class LearnParts {

    private LearnParts() {}

    static Parts of(LearnAddress address) {
        Controls controls = LearnPages.controls(address);
        Optional<Trial> trial = address.lesson().find(address.part());
        Function<PageState, Object> done = done(address);
        List<Part> parts = new ArrayList<>(List.of(
                part("#lessons", PageState::progress),
                part("#task", done),
                part("#predict", done),
                part("#onward", done),
                StepList.part(state -> address.lesson().route(address.part())),
                BenchParts.carried("#at-press"),
                BenchParts.carried("#at-undo"),
                BenchParts.TALK));
        parts.addAll(controls.shows("list") ? BenchParts.MAP : BenchParts.WAYS);
        if (controls.shows("hand")) {
            parts.addAll(BenchParts.HAND);
        }
        if (controls.shows("list")
                && LessonModel.box(address.lesson(), address.part()).isEmpty()) {
            parts.addAll(BenchParts.THOUGHT);
        }
        if (controls.shows("clock")) {
            parts.addAll(List.of(BenchParts.CLOCK, BenchParts.carried("#at-clock")));
        }
        if (controls.places().size() > 1) {
            parts.add(BenchParts.PLACES);
        }
        if (controls.isOperated()) {
            parts.add(BenchParts.AROUND);
        }
        if (controls.shows("phone")) {
            parts.addAll(List.of(BenchParts.WHERE, BenchParts.carried("#at-phone")));
        }
        if (controls.shows("auth")) {
            parts.add(
                    Part.ofWorld("learn", "#auth-choice", view -> view.options().answer(Setting.AUTH)));
        }
        if (LessonModel.box(address.lesson(), address.part()).isPresent()) {
            parts.addAll(List.of(
                    BenchParts.carried("learn", "#at-ladder"),
                    Part.ofWorld("learn", "#rungs", view -> LadderState.of(view.deeds())),
                    part("#lines", BenchParts::talk)));
        }
        trial.ifPresent(tried -> {
            Predicate<PageState> led = state -> isLed(address.lesson(), tried, state);
            parts.add(BenchParts.carried("learn", "#at-lead").when(led));
            parts.add(Part.ofWorld("learn", "#lead-next", tried::next).when(led));
        });
        return new Parts("learn", parts);
    }

    /** After the last hint, somebody else may press. */
    private static boolean isLed(Lesson lesson, Trial trial, PageState state) {
        return new LearnerRecord(state.progress()).hints(lesson.number(), trial) >= LessonModel.MOST_HINTS;
    }

    private static Part part(String id, Function<PageState, Object> shows) {
        return new Part("learn", id, shows);
    }

    /** How far the part is done, and what is noted of it. */
    private static Function<PageState, Object> done(LearnAddress address) {
        Lesson lesson = address.lesson();
        return state -> {
            WorldView shown = state.shown();
            boolean over = lesson.find(address.part())
                    .filter(trial -> trial.isDone(shown))
                    .isPresent();
            int steps = lesson.example()
                    .map(example -> example.route().track(shown).done())
                    .orElse(0);
            return List.of(state.progress(), over, steps);
        };
    }
}
