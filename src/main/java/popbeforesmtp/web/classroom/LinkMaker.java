package popbeforesmtp.web.classroom;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import popbeforesmtp.lesson.experiment.Case;
import popbeforesmtp.lesson.experiment.Cases;

/** Makes links to an experiment that show only what the teacher has ticked. */
final class LinkMaker {

    /** What can be ticked; all else of the page is always there. */
    static final List<String> CONTROLS =
            List.of("receive", "send", "both", "clock", "undo", "choose", "move", "list", "talk", "type", "taro");

    /** What is ticked at first. */
    static final List<String> USUAL = List.of("receive", "send", "list", "talk");

    private final Cases cases;

    LinkMaker(Cases cases) {
        this.cases = cases;
    }

    /** The experiments to choose from. */
    List<String> cases() {
        return cases.all().stream().map(Case::id).toList();
    }

    /** The link that a sent form asks for; nothing if it asks for none. */
    Optional<String> link(Context ctx) {
        return Optional.ofNullable(ctx.queryParam("case"))
                .filter(id -> cases.find(id).isPresent())
                .map(id -> "/try?case=" + id + "&only=" + ticked(ctx));
    }

    private static String ticked(Context ctx) {
        return CONTROLS.stream()
                .filter(control -> ctx.queryParam("only-" + control) != null)
                .collect(Collectors.joining(","));
    }
}
