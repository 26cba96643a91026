package popbeforesmtp.web.bench;

import java.util.Arrays;
import java.util.List;
import popbeforesmtp.network.Place;
import popbeforesmtp.sandbox.press.Options;
import popbeforesmtp.sandbox.press.Setting;
import popbeforesmtp.web.page.OptionGroup;
import popbeforesmtp.web.world.PressForm;

/** Everything that can be chosen on the main screen. */
public final class OptionGroups {

    private OptionGroups() {}

    /** Where the learner can go; the next caller's place is reached by a button only. */
    static List<OptionGroup.Item> places(Place now) {
        Place shown = now == Place.NEXT_CALLER ? Place.PHONE : now;
        return PressForm.PLACES.stream()
                .map(place -> new OptionGroup.Item(place.id(), "place." + place.id(), place == shown))
                .toList();
    }

    /** The options in the drawer. */
    public static List<OptionGroup> of(Options now) {
        return Arrays.stream(Setting.values())
                .map(setting -> OptionGroup.of(
                        setting.id(), OptionGroup.words(setting.id()), setting.answers(), now.answer(setting)))
                .toList();
    }

    /** The key of the words of what is chosen. */
    static String words(Setting setting, Options now) {
        return OptionGroup.words(setting.id()) + now.answer(setting);
    }
}
