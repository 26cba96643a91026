package popbeforesmtp.browser;

import com.microsoft.playwright.Locator;
import java.util.LinkedHashMap;
import java.util.Map;
import popbeforesmtp.network.Place;
import popbeforesmtp.sandbox.press.Options;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.Setting;

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
            "期限の直後まで",
            Press.ClockMove.FIVE_SECONDS,
            "5秒すすめる",
            Press.ClockMove.NEXT_LOOK,
            "次に記録を読むまで",
            Press.ClockMove.NEXT_SWEEP,
            "次の掃除まで",
            Press.ClockMove.TO_FORTY,
            "次の40分まで");

    private static final Map<Press.Tending, String> CARE = Map.of(
            Press.Tending.SLEEP, "リスト係を止める",
            Press.Tending.WAKE, "リスト係を動かす",
            Press.Tending.RESTART, "サーバーを始め直す");

    private Hands() {}

    static void press(Desk desk, Press press) {
        if (press instanceof Press.Advance advance) {
            desk.press(CLOCK.get(advance.move()));
        } else if (press instanceof Press.MoveTo move) {
            moveTo(desk, move.place());
        } else if (press instanceof Press.Choose choose) {
            choose(desk, choose.options());
        } else if (press instanceof Press.Tend tend) {
            desk.press(CARE.get(tend.what()));
        } else if (press instanceof Press.Open open) {
            byHand(desk);
            check(desk, "host", open.host());
            check(desk, "dialled", Integer.toString(open.port()));
            desk.press("つなぐ");
        } else if (press instanceof Press.Type type) {
            byHand(desk);
            desk.page().locator("#line").fill(type.line());
            desk.press("この行を送る");
        } else if (press instanceof Press.Close) {
            byHand(desk);
            desk.press("会話を切る");
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
        chooseOne(desk, "place", place.id(), Desk.GO_HERE);
    }

    private static void choose(Desk desk, Options options) {
        unfold(desk, "details:has(input[name=program])");
        Map<String, String> wanted = new LinkedHashMap<>();
        wanted.put("incoming", options.incoming());
        wanted.put("outgoing", options.outgoing());
        wanted.put("program", options.program().id());
        wanted.put("window", Integer.toString(options.window()));
        wanted.put("centre", options.centre().id());
        wanted.put("sender", options.asHanako() ? "hanako" : "own");
        wanted.put("recipients", options.recipients().id());
        wanted.put("password", options.rightPassword() ? "right" : "wrong");
        wanted.put("port", Integer.toString(options.port()));
        wanted.put("auth", options.auth() ? "on" : "off");
        wanted.put("tls", options.answer(Setting.TLS));
        wanted.put("pop3", options.answer(Setting.POP3));
        wanted.put("server", options.server());
        for (Map.Entry<String, String> each : wanted.entrySet()) {
            unfold(desk, "details:has(input[name=program])");
            chooseOne(desk, each.getKey(), each.getValue(), "この設定にする");
        }
    }

    /** One at a time: with scripts it acts when it is chosen, without them at the button. */
    private static void chooseOne(Desk desk, String name, String value, String button) {
        Locator choice = desk.page().locator("input[type=radio][name='" + name + "'][value='" + value + "']");
        if (choice.isChecked()) {
            return;
        }
        if (desk.scripts() == Scripts.ON) {
            desk.answered(choice::check);
        } else {
            choice.check();
            desk.press(button);
        }
    }

    private static void byHand(Desk desk) {
        unfold(desk, "#console");
    }

    private static void unfold(Desk desk, String details) {
        Locator drawer = desk.page().locator(details);
        if (drawer.getAttribute("open") == null) {
            drawer.locator("summary").first().click();
        }
    }

    private static void check(Desk desk, String name, String value) {
        desk.page()
                .locator("input[type=radio][name='" + name + "'][value='" + value + "']")
                .check();
    }
}
