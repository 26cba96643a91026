package popbeforesmtp.web.classroom;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.classroom.Course;
import popbeforesmtp.classroom.Plan;
import popbeforesmtp.classroom.Point;

/**
 * A point of the plan as pages show it.
 *
 * @param id its name
 * @param number counted from 1
 * @param minutes how long it takes
 * @param from when it begins, in minutes after the start
 * @param page where it leads a learner, without base path and language
 * @param here whether the class is there
 */
public record PointModel(String id, int number, int minutes, int from, String page, boolean here) {

    /** The whole plan. */
    static List<PointModel> plan(@Nullable Course course) {
        List<PointModel> points = new ArrayList<>();
        int from = 0;
        for (Point point : Plan.POINTS) {
            boolean here = course != null && course.here().id().equals(point.id());
            points.add(new PointModel(point.id(), points.size() + 1, point.minutes(), from, page(point), here));
            from += point.minutes();
        }
        return points;
    }

    private static String page(Point point) {
        return point.address().isEmpty() ? Point.CLASS : point.address();
    }

    /** The key of its title. */
    public String title() {
        return "plan." + id;
    }

    /** The key of what the teacher does. */
    public String doing() {
        return "plan." + id + ".do";
    }

    /** The key of what is left out so that the time is enough. */
    public String skip() {
        return "plan." + id + ".skip";
    }
}
