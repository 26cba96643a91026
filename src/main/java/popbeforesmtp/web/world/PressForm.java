package popbeforesmtp.web.world;

import java.util.List;
import java.util.Optional;
import popbeforesmtp.network.CentreNetwork;
import popbeforesmtp.network.Place;
import popbeforesmtp.sandbox.press.Options;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.Program;
import popbeforesmtp.sandbox.press.Recipients;
import popbeforesmtp.web.http.Form;

/** The press that a sent form asks for. */
public record PressForm(Form form) {

    /** Where a learner can go by choice; the next caller's place is reached by a button only. */
    public static final List<Place> PLACES =
            List.of(Place.CENTRE, Place.NEXT_SEAT, Place.HOME, Place.ADSL, Place.PHONE, Place.STRANGER);

    /** The press that a button stands for; nothing if it is none, or needs a value that is missing or wrong. */
    public Optional<Press> press() {
        String press = form.value("press");
        if (press.startsWith("advance:")) {
            return Press.ClockMove.of(press.substring("advance:".length())).map(Press.Advance::new);
        }
        return switch (press) {
            case "receive" -> Optional.of(new Press.Receive());
            case "send" -> Optional.of(new Press.Send());
            case "both" -> Optional.of(new Press.SendReceive());
            case "move" -> place(form.value("place")).map(Press.MoveTo::new);
            case "dial" -> Optional.of(new Press.Dial());
            case "hang-up" -> Optional.of(new Press.HangUp());
            case "next-caller" -> Optional.of(new Press.NextCallerDials());
            case "choose" -> options().map(Press.Choose::new);
            case "open" -> called();
            case "type" -> typed();
            case "close" -> Optional.of(new Press.Close());
            default -> Optional.empty();
        };
    }

    private Optional<Press> called() {
        try {
            return Optional.of(new Press.Open(form.value("host"), Integer.parseInt(form.value("dialled"))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<Press> typed() {
        try {
            return Optional.of(new Press.Type(form.value("line")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Place> place(String id) {
        return Place.of(id).filter(PLACES::contains);
    }

    /** The options of a sent form; nothing if any of them is none that can be chosen. */
    Optional<Options> options() {
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
