package popbeforesmtp.web.world;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import popbeforesmtp.network.Place;
import popbeforesmtp.sandbox.press.Options;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.PressCodec;
import popbeforesmtp.sandbox.press.Setting;
import popbeforesmtp.sandbox.world.WorldView;
import popbeforesmtp.web.http.Form;

/**
 * The press that a sent form asks for: what its button says, {@code advance:1}, and for some buttons what is chosen or typed
 * beside it.
 */
public record PressForm(Form form) {

    /** Where a learner can go by choice; the next caller's place is reached by a button only. */
    public static final List<Place> PLACES =
            List.of(Place.CENTRE, Place.NEXT_SEAT, Place.HOME, Place.ADSL, Place.PHONE, Place.STRANGER);

    /** What a form need not ask: then it is as usual. */
    private static final Set<Setting> MAY_BE_LEFT_OUT = EnumSet.range(Setting.PORT, Setting.SERVER);

    /** The press that a button stands for; nothing if it is none, or needs a value that is missing or wrong. */
    public Optional<Press> press() {
        String press = form.value("press");
        return switch (press) {
            case "move" ->
                Place.of(form.value("place")).filter(PLACES::contains).map(Press.MoveTo::new);
            case "choose" -> options().map(Press.Choose::new);
            case "open" -> PressCodec.press("open:" + form.value("host") + ":" + form.value("dialled"));
            case "type" -> typed();
            default -> PressCodec.press(press).filter(PressForm::isButton);
        };
    }

    /** Whether everything that is chosen beside the button, as far as the form carries it, is as the world has it. */
    public boolean isAsChosen(WorldView world) {
        String place = form.value("place");
        Place now = world.place() == Place.NEXT_CALLER ? Place.PHONE : world.place();
        return (place.isEmpty() || place.equals(now.id()))
                && Arrays.stream(Setting.values()).allMatch(setting -> {
                    String answer = form.value(setting.id());
                    return answer.isEmpty() || answer.equals(world.options().answer(setting));
                });
    }

    /** Whether a button may say it by itself; a step of the ladder belongs to its lesson. */
    private static boolean isButton(Press press) {
        return !(press instanceof Press.Begin
                || press instanceof Press.MoveTo
                || press instanceof Press.Choose
                || press instanceof Press.Open
                || press instanceof Press.Type
                || press instanceof Press.LineCut
                || press instanceof Press.SendCard
                || press instanceof Press.Climb);
    }

    private Optional<Press> typed() {
        try {
            return Optional.of(new Press.Type(form.value("line")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The options of a sent form; nothing if any of them is none that can be chosen. The later ones not every form asks for. */
    private Optional<Options> options() {
        Map<Setting, String> answers = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            answers.put(setting, form.value(setting.id(), MAY_BE_LEFT_OUT.contains(setting) ? setting.usual() : ""));
        }
        try {
            return Optional.of(new Options(answers));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
