package popbeforesmtp.lesson.course;

import java.util.List;
import java.util.Optional;
import popbeforesmtp.lesson.prose.Prose;
import popbeforesmtp.sandbox.world.WorldView;

/**
 * The community-centre mystery: closed boxes in which different things go wrong, and the tools to tell them apart.
 *
 * @param words what is said around the boxes
 * @param boxes the boxes
 * @param causes what the learner can name, in this order; some fit no box
 * @param ladder the way of a letter, one rung at a time
 * @param ending what nobody can decide, and the answers to the blogger's questions
 * @param today how it is done today
 */
public record Puzzle(Words words, List<Box> boxes, List<Cause> causes, Ladder ladder, Ending ending, Today today) {

    /** Keeps the lists as they are now. */
    public Puzzle {
        boxes = List.copyOf(boxes);
        causes = List.copyOf(causes);
    }

    /** The box of that name. */
    public Optional<Box> box(String name) {
        return boxes.stream().filter(box -> box.trial().name().equals(name)).findFirst();
    }

    /** The cause of that id. */
    public Optional<Cause> cause(String id) {
        return causes.stream().filter(cause -> cause.id().equals(id)).findFirst();
    }

    /**
     * What is said around the boxes.
     *
     * @param title the heading
     * @param lead how it opens
     * @param choose the question for the cause
     * @param right when the cause fits
     * @param wrong when it does not; the cause's sign follows
     * @param again what to do then
     */
    public record Words(Prose title, Prose lead, Prose choose, Prose right, Prose wrong, Prose again) {}

    /**
     * A closed box. Only its name and its trial may be shown before a cause was named.
     *
     * @param trial what is tried; its name is the box's
     * @param name how it is called
     * @param cause the id of the right cause
     * @param evidence from which lines it can be seen
     * @param title what it is, when it is open
     * @param because why it went as it did
     * @param cure what helps
     */
    public record Box(
            Trial trial, Prose name, String cause, List<Evidence> evidence, Prose title, Prose because, Prose cure) {

        /** Keeps the list as it is now. */
        public Box {
            evidence = List.copyOf(evidence);
        }

        /** Whether this is the cause. */
        public boolean isBecauseOf(String id) {
            return cause.equals(id);
        }

        /** Whether the cause can be seen from this line, and it was really said in the world's latest dialogue. */
        public boolean isSeenFrom(String line, WorldView world) {
            return trial.isPlayed(world)
                    && world.talk().stream()
                            .filter(event ->
                                    Evidence.named(event).filter(line::equals).isPresent())
                            .anyMatch(event -> evidence.stream().anyMatch(kind -> kind.isSeen(event, world)));
        }
    }

    /**
     * A cause that can be named.
     *
     * @param id its name in forms and notes
     * @param name how it is called
     * @param sign what would be seen if it were this one
     */
    public record Cause(String id, Prose name, Prose sign) {}

    /**
     * The way of a letter, step by step.
     *
     * @param title the heading
     * @param lead how it opens
     * @param rungs the steps
     */
    public record Ladder(Prose title, Prose lead, List<Rung> rungs) {

        /** What the rungs are, in their order. */
        public static final List<String> RUNGS =
                List.of("name", "connect-110", "connect-25", "greeting", "ehlo", "mail", "rcpt");

        /** Keeps the list as it is now. */
        public Ladder {
            rungs = List.copyOf(rungs);
        }
    }

    /**
     * A step of a letter's way.
     *
     * @param id one of {@link Ladder#RUNGS}
     * @param title what is done
     * @param good what it means when it goes well
     * @param failure what it means when it does not
     */
    public record Rung(String id, Prose title, Prose good, Prose failure) {}

    /**
     * What is said at the end.
     *
     * @param title the heading
     * @param text that it cannot be decided
     * @param more what else there may be
     * @param ours what we think
     * @param decide what would have decided
     * @param questions the heading over the blogger's questions
     * @param asked the blogger's questions
     */
    public record Ending(
            Prose title, Prose text, Prose more, Prose ours, Prose decide, Prose questions, List<Asked> asked) {

        /** Keeps the list as it is now. */
        public Ending {
            asked = List.copyOf(asked);
        }
    }

    /**
     * A question of the blogger.
     *
     * @param claim its id, {@code S7}
     * @param question the question
     * @param answer the answer
     */
    public record Asked(String claim, Prose question, Prose answer) {}

    /**
     * The same place today.
     *
     * @param trial what is tried
     * @param title the heading
     * @param text how it is done
     * @param honest what this site does not show
     */
    public record Today(Trial trial, Prose title, Prose text, Prose honest) {}
}
