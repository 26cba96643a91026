package popbeforesmtp.web.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import popbeforesmtp.lesson.experiment.Case;
import popbeforesmtp.lesson.experiment.Step;
import popbeforesmtp.network.Place;
import popbeforesmtp.sandbox.press.Options;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.world.WorldView;
import popbeforesmtp.web.page.OptionGroup;

/**
 * What one experiment needs of the sandbox besides 受信する and 送信する; a page beside a text shows no more.
 *
 * @param both whether 送受信する is pressed in it
 * @param moves how its clock is moved, {@code before-end}, in the order of the buttons
 * @param places where one sits in it, if there is more than one place
 * @param phone whether it is done at the telephone
 * @param nextCaller whether somebody else calls in it
 * @param choices the groups of options that are changed in it
 */
public record ExperimentControls(
        boolean both, List<String> moves, Set<String> places, boolean phone, boolean nextCaller, Set<String> choices) {

    public static ExperimentControls of(Case played) {
        List<Press> presses = played.steps().stream().map(Step::press).toList();
        Set<String> places = new LinkedHashSet<>();
        places.add(played.setUp().place().id());
        Set<String> moves = new LinkedHashSet<>();
        Set<String> choices = new LinkedHashSet<>();
        Options options = played.setUp().options();
        for (Press press : presses) {
            if (press instanceof Press.MoveTo move) {
                places.add(move.place().id());
            } else if (press instanceof Press.Advance advance) {
                moves.add(advance.move().id());
            } else if (press instanceof Press.Choose choose) {
                choices.addAll(changed(options, choose.options()));
                options = choose.options();
            }
        }
        return new ExperimentControls(
                presses.stream().anyMatch(Press.SendReceive.class::isInstance),
                List.copyOf(moves),
                places.size() > 1 ? places : Set.of(),
                played.setUp().place() == Place.PHONE,
                presses.stream().anyMatch(Press.NextCallerDials.class::isInstance),
                choices);
    }

    /** The names of the groups that differ. */
    private static Set<String> changed(Options before, Options after) {
        Map<String, List<OptionGroup.Item>> old = new HashMap<>();
        OptionGroups.of(before).forEach(group -> old.put(group.name(), group.items()));
        Set<String> names = new LinkedHashSet<>();
        OptionGroups.of(after).stream()
                .filter(group -> !group.items().equals(old.get(group.name())))
                .forEach(group -> names.add(group.name()));
        return names;
    }

    /** The parts of a page beside a text that a press on it may change. */
    public Parts parts() {
        List<Part> parts = new ArrayList<>(List.of(
                Part.ofWorld("read", "#spot", WorldView::sitting),
                Part.ofWorld("read", "#clock", WorldView::now),
                BenchParts.LIST,
                new Part("read", "#talk-log", BenchParts::talk),
                new Part("read", "#talk-lines", BenchParts::talk)));
        List<String> forms = new ArrayList<>(List.of("#at-clock", "#at-press", "#at-undo"));
        if (!places.isEmpty()) {
            parts.add(Part.ofWorld("read", "#place-choice", WorldView::place));
        }
        if (phone) {
            forms.add("#at-phone");
        }
        if (!choices.isEmpty()) {
            parts.add(Part.ofWorld("read", "#choice-list", WorldView::options));
        }
        forms.forEach(form ->
                parts.add(form.equals("#at-undo") ? BenchParts.carried(form) : BenchParts.carried("read", form)));
        return new Parts("read", parts);
    }
}
