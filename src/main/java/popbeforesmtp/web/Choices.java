package popbeforesmtp.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import popbeforesmtp.network.CentreNetwork;
import popbeforesmtp.network.Place;
import popbeforesmtp.sandbox.Options;
import popbeforesmtp.sandbox.Program;
import popbeforesmtp.sandbox.Providers;
import popbeforesmtp.sandbox.Recipients;

/**
 * Everything that can be chosen on the main screen, as groups of radio buttons, and the way back from a sent form.
 *
 * @param name the name in the form; {@code choice.<name>} is the question
 * @param items the answers
 */
record Choices(String name, List<Item> items) {

    /**
     * An answer.
     *
     * @param value the value in the form
     * @param words the key of its words
     * @param chosen whether it is the one that counts now
     */
    record Item(String value, String words, boolean chosen) {}

    private static final List<Place> PLACES =
            List.of(Place.CENTRE, Place.NEXT_SEAT, Place.HOME, Place.ADSL, Place.PHONE, Place.STRANGER);

    /** Where the learner can go; the next caller's place is reached by a button only. */
    static List<Item> places(Place now) {
        Place shown = now == Place.NEXT_CALLER ? Place.PHONE : now;
        return PLACES.stream()
                .map(place -> new Item(place.id(), "place." + place.id(), place == shown))
                .toList();
    }

    /** The place of a sent form, if it is one that can be chosen. */
    static Optional<Place> place(String id) {
        return Place.of(id).filter(PLACES::contains);
    }

    /** The options in the drawer. */
    static List<Choices> of(Options now) {
        return List.of(
                group("incoming", "host.", Providers.INCOMING.stream(), now.incoming()),
                group("outgoing", "host.", Providers.OUTGOING.stream(), now.outgoing()),
                group(
                        "program",
                        "program.",
                        Arrays.stream(Program.values()).map(Program::id),
                        now.program().id()),
                group(
                        "window",
                        "window.",
                        Providers.WINDOWS.stream().map(String::valueOf),
                        String.valueOf(now.window())),
                group(
                        "centre",
                        "centre.",
                        Arrays.stream(CentreNetwork.values()).map(CentreNetwork::id),
                        now.centre().id()),
                group("sender", "sender.", Stream.of("own", "hanako"), now.asHanako() ? "hanako" : "own"),
                group(
                        "recipients",
                        "recipients.",
                        Arrays.stream(Recipients.values()).map(Recipients::id),
                        now.recipients().id()),
                group("password", "password.", Stream.of("right", "wrong"), now.rightPassword() ? "right" : "wrong"),
                group("port", "port.", Options.PORTS.stream().map(String::valueOf), String.valueOf(now.port())),
                group("auth", "auth.", Stream.of("off", "on"), now.auth() ? "on" : "off"));
    }

    /** A group whose words have keys that begin alike. */
    static Choices group(String name, String words, List<String> values, String now) {
        return group(name, words, values.stream(), now);
    }

    private static Choices group(String name, String words, Stream<String> values, String now) {
        List<Item> items = new ArrayList<>();
        values.forEach(value -> items.add(new Item(value, words + value, value.equals(now))));
        return new Choices(name, items);
    }

    /** The options of a sent form; nothing if any of them is none that can be chosen. */
    static Optional<Options> options(Form form) {
        Optional<Program> program = Program.of(form.value("program"));
        Optional<CentreNetwork> centre = CentreNetwork.of(form.value("centre"));
        Optional<Recipients> recipients = Recipients.of(form.value("recipients"));
        Optional<Boolean> hanako = either(form.value("sender"), "hanako", "own");
        Optional<Boolean> right = either(form.value("password"), "right", "wrong");
        if (program.isEmpty() || centre.isEmpty() || recipients.isEmpty() || hanako.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Options(
                            form.value("incoming"),
                            form.value("outgoing"),
                            program.get(),
                            Integer.parseInt(form.value("window")),
                            centre.get(),
                            hanako.get(),
                            recipients.get(),
                            right.get())
                    .sending(
                            Integer.parseInt(form.value("port", "25")),
                            form.value("auth", "off").equals("on")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Boolean> either(String value, String yes, String no) {
        return value.equals(yes) ? Optional.of(true) : value.equals(no) ? Optional.of(false) : Optional.empty();
    }
}
