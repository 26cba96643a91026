package popbeforesmtp.classroom;

import java.util.List;

/** The plan of a lesson: 45 minutes, as far as they hold. What is left out is named in the texts. */
public final class Plan {

    /** How long a lesson is, in minutes. */
    public static final int MINUTES = 45;

    /** The points in their order; together {@value #MINUTES} minutes. */
    public static final List<Point> POINTS = List.of(
            new Point("story", 5, "/read/story", false),
            new Point("send-only", 5, "/try?case=send-only&only=receive,send", true),
            new Point("receive-then-send", 5, "/try?case=receive-then-send&only=receive,send", true),
            new Point("neighbour", 9, "", true),
            new Point("own-lines", 3, "", true),
            new Point("lesson-4", 6, "/learn/4", false),
            new Point("box", 5, "/learn/6", false),
            new Point("quiz", 5, "/quiz", false),
            new Point("end", 2, "/print/worksheet", false));

    /** The name of a page that a teacher has chosen beside the plan. */
    static final String OWN = "own";

    private Plan() {}
}
