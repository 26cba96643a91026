package popbeforesmtp.sandbox.postmaster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    /** A letter of the script: at which entry it is sent, who brings it, whose it is. */
    record Letter(int entry, String who, Side side) {}

    private final List<Press> presses = new ArrayList<>();
    private final Map<Integer, Letter> letters = new TreeMap<>();
    private final SetUp setUp;
    private final Options members;

    private Script(PostmasterRule rule) {
        setUp = new SetUp("postmaster", Place.HOME, Options.USUAL, SetUp.Mailbox.THREE, false, false);
        members = rule.auth() ? Options.USUAL.with(Setting.PORT, "587").with(Setting.AUTH, "on") : Options.USUAL;
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
        letters.put(presses.size(), new Letter(presses.size(), who, side));
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
        return List.copyOf(letters.values());
    }
}
