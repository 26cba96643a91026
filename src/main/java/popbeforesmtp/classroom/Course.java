package popbeforesmtp.classroom;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Where a class is in the plan, what it has predicted and what became of its presses. Never changes.
 *
 * @param place which point of the plan, counted from 0
 * @param page another page that the teacher has chosen instead; empty if none
 * @param questions by the ids of the points
 * @param scores by the ids of the points
 */
public record Course(int place, String page, Map<String, Question> questions, Map<String, Score> scores) {

    /**
     * What became of the presses at a point; nobody's in particular.
     *
     * @param sent how many were taken
     * @param refused how many were not
     */
    public record Score(int sent, int refused) {

        static final Score NONE = new Score(0, 0);

        Score with(Seat.Mark mark) {
            return switch (mark) {
                case SENT -> new Score(sent + 1, refused);
                case REFUSED -> new Score(sent, refused + 1);
                case NONE, RECEIVED -> this;
            };
        }
    }

    static final Course NEW = new Course(0, "", Map.of(), Map.of());

    /** Keeps the maps as they are now. */
    public Course {
        questions = Map.copyOf(questions);
        scores = Map.copyOf(scores);
    }

    /** いまここ. */
    public Point here() {
        return page.isEmpty() ? Plan.POINTS.get(place) : new Point(Plan.OWN, 0, page, false);
    }

    /** The point after this one, if there is one. */
    public Optional<Point> next() {
        return place + 1 < Plan.POINTS.size() ? Optional.of(Plan.POINTS.get(place + 1)) : Optional.empty();
    }

    /** Whether there is a point before this one. */
    public boolean hasPrevious() {
        return place > 0 || !page.isEmpty();
    }

    /** What is asked here, if something is. */
    public Optional<Question> question() {
        return here().asks() ? Optional.of(question(here().id())) : Optional.empty();
    }

    /** What was asked at a point. */
    public Question question(String point) {
        return questions.getOrDefault(point, Question.NEW);
    }

    /** What became of the presses at a point. */
    public Score score(String point) {
        return scores.getOrDefault(point, Score.NONE);
    }

    /** The same at another point; past the ends, nothing changes. A page beside the plan is left for the plan's own point. */
    Course moved(int by) {
        int to = page.isEmpty() || by > 0 ? place + by : place;
        return to < 0 || to >= Plan.POINTS.size() ? this : new Course(to, "", questions, scores);
    }

    /** The same at a page beside the plan. */
    Course at(String other) {
        return new Course(place, other, questions, scores);
    }

    /** The same with the question of this point changed; nothing changes where none is asked. */
    Course asking(UnaryOperator<Question> change) {
        return here().asks() ? asking(here().id(), change) : this;
    }

    private Course asking(String point, UnaryOperator<Question> change) {
        Map<String, Question> others = new TreeMap<>(questions);
        others.put(point, change.apply(question(point)));
        return new Course(place, page, others, scores);
    }

    /** The same without what a seat has predicted. */
    Course without(int seat) {
        Course less = this;
        for (String point : questions.keySet()) {
            less = less.asking(point, question -> question.without(seat));
        }
        return less;
    }

    /** The same with what one more press led to. */
    Course scored(Seat.Mark mark) {
        Map<String, Score> others = new TreeMap<>(scores);
        others.put(here().id(), score(here().id()).with(mark));
        return new Course(place, page, questions, others);
    }
}
