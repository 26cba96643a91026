package popbeforesmtp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The main screen in one tab, worked by the words on its buttons. */
final class Desk {

    static final String RECEIVE = "受信する";
    static final String SEND = "送信する";
    static final String BOTH = "送受信する";
    static final String PLUS_1 = "1分すすめる";
    static final String PLUS_5 = "5分すすめる";
    static final String GO_HERE = "ここへ移る";
    static final String UNDO = "取り消す";
    static final String RESET = "はじめから";

    /** What htmx marks while it is at work. */
    private static final String AT_WORK = ".htmx-request, .htmx-swapping, .htmx-settling, .htmx-added";

    private final Page page;
    private final Scripts scripts;
    private int loads;

    Desk(Page page, Scripts scripts) {
        this.page = page;
        this.scripts = scripts;
        page.onLoad(loaded -> loads++);
    }

    Scripts scripts() {
        return scripts;
    }

    Page page() {
        return page;
    }

    /** What it shows now. */
    Shown shown() {
        return Shown.on(page);
    }

    Locator result() {
        return page.locator("#result");
    }

    /** The line of the dialogue that decided. */
    Locator decisiveLine() {
        return page.locator("#talk li.key");
    }

    /** The row of the lists that decided. */
    Locator decisiveRow() {
        return page.locator("#list tr.key");
    }

    Locator button(String words) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true));
    }

    /** Presses a button and waits until its answer stands. */
    Desk press(String words) {
        return answered(() -> button(words).click());
    }

    /** Does what makes the page call the server once, and waits until the answer stands. */
    Desk answered(Runnable act) {
        if (scripts == Scripts.OFF) {
            return loaded(act);
        }
        page.waitForResponse(response -> response.request().method().equals("POST"), act);
        return settled();
    }

    /** Does what leads to another page, and waits until that is there. */
    Desk loaded(Runnable act) {
        int before = loads;
        act.run();
        page.waitForCondition(() -> loads > before);
        return this;
    }

    /** Waits until htmx rests. */
    Desk settled() {
        assertThat(page.locator(AT_WORK)).hasCount(0);
        return this;
    }

    Desk reload() {
        page.reload();
        return this;
    }
}
