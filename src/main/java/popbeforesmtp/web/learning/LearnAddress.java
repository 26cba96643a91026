package popbeforesmtp.web.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import popbeforesmtp.lesson.Edition;
import popbeforesmtp.lesson.course.Lesson;

/**
 * A part of a lesson and its address: {@code /learn/2?trial=b}, {@code /learn/6?box=B}. The first part has no query.
 *
 * @param lesson the lesson
 * @param part the name of the part: {@code example}, a trial's, a box's, {@code ending}, {@code today}, {@code why}
 */
record LearnAddress(Lesson lesson, String part) {

    static final String WHY = "why";
    static final String ENDING = "ending";
    static final String TODAY = "today";

    private static final Pattern FORM = Pattern.compile("/learn/([1-9])(?:\\?(trial|box)=([a-zA-Z]{1,10}))?");

    /** What an address asks for; nothing if there is no such lesson or part. */
    static Optional<LearnAddress> of(Edition edition, String address) {
        Matcher form = FORM.matcher(address);
        if (!form.matches()) {
            return Optional.empty();
        }
        return edition.lesson(Integer.parseInt(form.group(1))).flatMap(lesson -> {
            LearnAddress first = new LearnAddress(lesson, parts(lesson).get(0));
            String part = form.group(3);
            LearnAddress asked = part == null ? first : new LearnAddress(lesson, part);
            boolean known = parts(lesson).contains(asked.part)
                    && (part == null || asked.query().equals(form.group(2)));
            return known ? Optional.of(asked) : Optional.empty();
        });
    }

    /** The names of the parts of a lesson, in their order. */
    static List<String> parts(Lesson lesson) {
        List<String> parts = new ArrayList<>();
        lesson.trials().forEach(trial -> parts.add(trial.name()));
        lesson.example().ifPresent(example -> parts.add(Lesson.Example.NAME));
        lesson.puzzle().ifPresent(puzzle -> {
            puzzle.boxes().forEach(box -> parts.add(box.trial().name()));
            parts.addAll(List.of(ENDING, TODAY));
        });
        parts.add(WHY);
        return parts;
    }

    private String query() {
        return lesson.puzzle().filter(puzzle -> puzzle.box(part).isPresent()).isPresent() ? "box" : "trial";
    }

    /** The address, without base path and language. */
    String address() {
        String first = parts(lesson).get(0);
        return "/learn/" + lesson.number() + (part.equals(first) ? "" : "?" + query() + "=" + part);
    }

    /** The address, and the place on the page where the part begins for who comes from the one before. */
    String start() {
        return address() + (part.equals(ENDING) || part.equals(WHY) ? "" : "#task");
    }

    /** Another part of the same lesson. */
    LearnAddress at(String other) {
        return new LearnAddress(lesson, other);
    }

    /** The part after this one; nothing after the last. */
    Optional<LearnAddress> next() {
        List<String> parts = parts(lesson);
        int next = parts.indexOf(part) + 1;
        return next < parts.size() ? Optional.of(at(parts.get(next))) : Optional.empty();
    }
}
