package popbeforesmtp.sandbox.postmaster;

import java.util.ArrayList;
import java.util.List;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.network.Place;
import popbeforesmtp.sandbox.journal.Journal;
import popbeforesmtp.sandbox.journal.JournalEntry;
import popbeforesmtp.sandbox.postmaster.Visit.Side;
import popbeforesmtp.sandbox.press.Options;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.SetUp;
import popbeforesmtp.sandbox.press.Setting;

/** Who comes on the day, when and from where: the same presses under every rule, but for how members send. */
final class Script {

    /** How many of the stranger's ten thousand letters are really sent. */
    static final int TRIED = 10;

    /**
     * A letter of the script.
     *
     * @param entries at which it may be decided; the first that has an outcome has decided
     * @param who who brings it
     * @param side whose it is
     */
    record Letter(List<Integer> entries, String who, Side side) {}

    /** {@code hanako} and {@code sakura}, as AUTH PLAIN wants them. */
    private static final String NAME_AND_PASSWORD = "AUTH PLAIN AGhhbmFrbwBzYWt1cmE=";

    private final List<Press> presses = new ArrayList<>();
    private final List<Letter> letters = new ArrayList<>();
    private final SetUp setUp;
    private final Options members;
    private final boolean auth;

    private Script(PostmasterRule rule) {
        setUp = new SetUp("postmaster", Place.HOME, Options.USUAL, SetUp.Mailbox.THREE, false, false);
        auth = rule.auth();
        members = auth ? Options.USUAL.with(Setting.PORT, "587").with(Setting.AUTH, "on") : Options.USUAL;
        play();
    }

    /** The script of a day under a rule. */
    static Script of(PostmasterRule rule) {
        return new Script(rule);
    }

    private void play() {
        as(members);
        letter("home", Side.MEMBER);
        to(Place.CENTRE);
        press(new Press.Receive());
        letter("centre", Side.MEMBER);
        to(Place.NEXT_SEAT);
        as(Options.USUAL);
        letter("neighbour", Side.STRANGER);
        as(Options.USUAL.with(Setting.SENDER, "hanako"));
        letter("neighbour.forged", Side.STRANGER);
        to(Place.STRANGER);
        as(Options.USUAL);
        for (int i = 0; i < TRIED; i++) {
            letter("stranger", Side.STRANGER);
        }
        as(Options.USUAL.with(Setting.RECIPIENTS, "hanako"));
        letter("guest", Side.MEMBER);
        press(new Press.Advance(Press.ClockMove.FIVE_MINUTES));
        press(new Press.Advance(Press.ClockMove.FIVE_MINUTES));
        press(new Press.Advance(Press.ClockMove.ONE_MINUTE));
        press(new Press.Advance(Press.ClockMove.ONE_MINUTE));
        to(Place.CENTRE);
        as(members);
        letter("later", Side.MEMBER);
        to(Place.PHONE);
        press(new Press.Receive());
        press(new Press.HangUp());
        press(new Press.NextCallerDials());
        as(Options.USUAL);
        letter("next-caller", Side.STRANGER);
        press(new Press.Dial());
        as(members);
        letter("redial", Side.MEMBER);
        to(Place.ADSL);
        line("waiting", new Press.Receive());
        press(new Press.Advance(Press.ClockMove.BEFORE_END));
        Press minute = new Press.Advance(Press.ClockMove.ONE_MINUTE);
        line("slow", minute, minute);
    }

    /** A member who keeps the line to the desk open, and does something else before naming the recipient. */
    private void line(String who, Press... meanwhile) {
        press(new Press.Open("plala.example", auth ? 587 : 25));
        type("EHLO hanako-pc");
        if (auth) {
            type(NAME_AND_PASSWORD);
        }
        type("MAIL FROM:<hanako@plala.example>");
        List.of(meanwhile).forEach(this::press);
        type("RCPT TO:<taro@friend.example>");
        int named = presses.size();
        type("DATA");
        type("Subject: " + who);
        type(".");
        letters.add(new Letter(List.of(named, presses.size()), who, Side.MEMBER));
        press(new Press.Close());
    }

    private void type(String line) {
        press(new Press.Type(line));
    }

    private void press(Press press) {
        presses.add(press);
    }

    private void to(Place place) {
        press(new Press.MoveTo(place));
    }

    private void as(Options options) {
        press(new Press.Choose(options));
    }

    private void letter(String who, Side side) {
        press(new Press.Send());
        letters.add(new Letter(List.of(presses.size()), who, side));
    }

    /** All that is pressed. */
    Journal journal() {
        Journal begun = Journal.begin(SeatId.FIRST, setUp);
        return begun.with(presses.stream()
                .map(press -> JournalEntry.unplayed(SeatId.FIRST, press))
                .toList());
    }

    /** The letters, in their order. */
    List<Letter> letters() {
        return List.copyOf(letters);
    }
}
