package popbeforesmtp.browser;

import com.microsoft.playwright.Locator;
import java.util.Map;
import popbeforesmtp.network.Place;
import popbeforesmtp.sandbox.press.Options;
import popbeforesmtp.sandbox.press.Press;

/** Does the presses of a case with the controls of the page. */
final class Hands {

    private static final Map<Class<? extends Press>, String> BUTTONS = Map.of(
            Press.Receive.class, Desk.RECEIVE,
            Press.Send.class, Desk.SEND,
            Press.SendReceive.class, Desk.BOTH,
            Press.Dial.class, "電話をかける",
            Press.HangUp.class, "電話を切る",
            Press.NextCallerDials.class, "次の人がかける",
            Press.Begin.class, Desk.RESET);

    private static final Map<Press.ClockMove, String> CLOCK = Map.of(
            Press.ClockMove.ONE_MINUTE,
            Desk.PLUS_1,
            Press.ClockMove.FIVE_MINUTES,
            Desk.PLUS_5,
            Press.ClockMove.BEFORE_END,
            "期限の1分前まで",
            Press.ClockMove.AFTER_END,
            "期限の直後まで");

    private Hands() {}

    static void press(Desk desk, Press press) {
        if (press instanceof Press.Advance advance) {
            desk.press(CLOCK.get(advance.move()));
        } else if (press instanceof Press.MoveTo move) {
            moveTo(desk, move.place());
        } else if (press instanceof Press.Choose choose) {
            choose(desk, choose.options());
        } else if (BUTTONS.containsKey(press.getClass())) {
            desk.press(BUTTONS.get(press.getClass()));
        } else {
            throw new AssertionError("no control for " + press);
        }
    }

    /** The words on the button of a press. */
    static String words(Press press) {
        if (press instanceof Press.Advance advance) {
            return CLOCK.getOrDefault(advance.move(), "");
        }
        if (press instanceof Press.MoveTo) {
            return Desk.GO_HERE;
        }
        return BUTTONS.getOrDefault(press.getClass(), "この設定にする");
    }

    static void moveTo(Desk desk, Place place) {
        check(desk, "place", place.id());
        desk.press(Desk.GO_HERE);
    }

    private static void choose(Desk desk, Options options) {
        Locator drawer = desk.page().locator("details:has(input[name=program])");
        if (drawer.getAttribute("open") == null) {
            drawer.locator("summary").click();
        }
        check(desk, "incoming", options.incoming());
        check(desk, "outgoing", options.outgoing());
        check(desk, "program", options.program().id());
        check(desk, "window", Integer.toString(options.window()));
        check(desk, "centre", options.centre().id());
        check(desk, "sender", options.asHanako() ? "hanako" : "own");
        check(desk, "recipients", options.recipients().id());
        check(desk, "password", options.rightPassword() ? "right" : "wrong");
        check(desk, "port", Integer.toString(options.port()));
        check(desk, "auth", options.auth() ? "on" : "off");
        desk.press("この設定にする");
    }

    private static void check(Desk desk, String name, String value) {
        desk.page()
                .locator("input[type=radio][name='" + name + "'][value='" + value + "']")
                .check();
    }
}
