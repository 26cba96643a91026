package popbeforesmtp.web.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.network.Place;
import popbeforesmtp.sandbox.press.Setting;
import popbeforesmtp.sandbox.world.WorldView;
import popbeforesmtp.web.page.OptionGroup;
import popbeforesmtp.web.page.OptionGroup.Item;

/**
 * The part of the map that is operated with the mouse. Every picture is the label of a radio button that stands elsewhere on
 * the page, so that it does no more than that one does.
 *
 * @param places where one can go; empty if there is nothing to choose
 * @param border what stands between the place and the outside, if it is drawn
 * @param switches what else can be switched
 */
public record Surroundings(List<Item> places, @Nullable Border border, List<OptionGroup> switches) {

    private static final List<Setting> ALL = List.of(Setting.CENTRE, Setting.PORT, Setting.AUTH);

    /** Keeps the lists as they are now. */
    public Surroundings {
        places = List.copyOf(places);
        switches = List.copyOf(switches);
    }

    /** All of it; the centre's wall can be switched only where it stands. */
    public static Surroundings of(WorldView view) {
        boolean walled = view.place().isInCentre();
        List<OptionGroup> switches = ALL.stream()
                .filter(setting -> walled || setting != Setting.CENTRE)
                .map(setting -> group(setting, view))
                .toList();
        return new Surroundings(OptionGroups.places(view.place()), walled ? Border.of(view) : null, switches);
    }

    /**
     * What a lesson allows of it; nothing if that is nothing.
     *
     * @param places where one can go
     * @param walled whether the router and the wall are drawn
     * @param settings what can be switched
     */
    public static Optional<Surroundings> of(WorldView view, List<Place> places, boolean walled, Set<Setting> settings) {
        Surroundings allowed = new Surroundings(
                places.size() < 2
                        ? List.of()
                        : OptionGroups.places(view.place()).stream()
                                .filter(item -> Place.of(item.value())
                                        .filter(places::contains)
                                        .isPresent())
                                .toList(),
                walled && view.place().isInCentre() ? Border.of(view) : null,
                Arrays.stream(Setting.values())
                        .filter(settings::contains)
                        .map(setting -> group(setting, view))
                        .toList());
        return Optional.of(allowed).filter(some -> walled || !some.places.isEmpty() || !some.switches.isEmpty());
    }

    private static OptionGroup group(Setting setting, WorldView view) {
        String words = setting == Setting.CENTRE ? "wall." : "switch." + setting.id() + ".";
        return OptionGroup.of(
                setting.id(), words, setting.answers(), view.options().answer(setting));
    }

    /** The drawing of a place. */
    public String drawing(String place) {
        return Place.of(place).map(PlaceDrawing::of).orElse("pc");
    }

    /** The drawing of an answer at a switch. */
    public String switchDrawing(String setting, String answer) {
        return switch (setting) {
            case "centre" -> answer.equals("normal") ? "gateway" : answer.equals("two-exits") ? "router" : "wall";
            case "auth" -> answer.equals("on") ? "key" : "keyless";
            default -> "gateway";
        };
    }
}
