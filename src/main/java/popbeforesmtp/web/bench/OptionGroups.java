package popbeforesmtp.web.bench;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import popbeforesmtp.network.CentreNetwork;
import popbeforesmtp.network.Place;
import popbeforesmtp.sandbox.press.Options;
import popbeforesmtp.sandbox.press.Program;
import popbeforesmtp.sandbox.press.Providers;
import popbeforesmtp.sandbox.press.Recipients;
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
        return List.of(
                OptionGroup.of("incoming", "host.", Providers.INCOMING.stream(), now.incoming()),
                OptionGroup.of("outgoing", "host.", Providers.OUTGOING.stream(), now.outgoing()),
                OptionGroup.of(
                        "program",
                        "program.",
                        Arrays.stream(Program.values()).map(Program::id),
                        now.program().id()),
                OptionGroup.of(
                        "window",
                        "window.",
                        Providers.WINDOWS.stream().map(String::valueOf),
                        String.valueOf(now.window())),
                OptionGroup.of(
                        "centre",
                        "centre.",
                        Arrays.stream(CentreNetwork.values()).map(CentreNetwork::id),
                        now.centre().id()),
                OptionGroup.of("sender", "sender.", Stream.of("own", "hanako"), now.asHanako() ? "hanako" : "own"),
                OptionGroup.of(
                        "recipients",
                        "recipients.",
                        Arrays.stream(Recipients.values()).map(Recipients::id),
                        now.recipients().id()),
                OptionGroup.of(
                        "password", "password.", Stream.of("right", "wrong"), now.rightPassword() ? "right" : "wrong"),
                OptionGroup.of(
                        "port", "port.", Options.PORTS.stream().map(String::valueOf), String.valueOf(now.port())),
                OptionGroup.of("auth", "auth.", Stream.of("off", "on"), now.auth() ? "on" : "off"));
    }
}
