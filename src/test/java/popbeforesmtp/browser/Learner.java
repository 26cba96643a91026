package popbeforesmtp.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Somebody with a browser of her own: cookies, tabs, and a note of everything that no page of ours may ever cause, a
 * message in the console (of the CSP or of anybody), a script error, a dialog, a call to another host. When she goes, the
 * cookies go; windows are dear and wait for the next one.
 */
final class Learner implements AutoCloseable {

    private final SiteUnderTest site;
    private final Scripts scripts;
    private final BrowserContext context;
    private final Consumer<Learner> leave;
    private final List<String> complaints = new ArrayList<>();
    private int tabs;

    /** @param leave who is told that she goes */
    Learner(SiteUnderTest site, Browser browser, Scripts scripts, Consumer<Learner> leave) {
        this.site = site;
        this.scripts = scripts;
        this.leave = leave;
        this.context = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(scripts == Scripts.ON));
        context.setDefaultTimeout(20_000);
        context.onConsoleMessage(message -> complaints.add("console: " + message.text()));
        context.onWebError(error -> complaints.add("script: " + error.error()));
        context.onDialog(dialog -> {
            complaints.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        context.onRequest(request -> {
            if (!request.url().startsWith(site.origin() + "/")) {
                complaints.add("elsewhere: " + request.url());
            }
        });
    }

    Scripts scripts() {
        return scripts;
    }

    /** That page of the site, in another tab than those before. */
    Desk open(String path) {
        List<Page> pages = context.pages();
        Page page = tabs < pages.size() ? pages.get(tabs) : context.newPage();
        tabs++;
        Desk desk = new Desk(page, scripts);
        page.navigate(site.url(path));
        return desk;
    }

    BrowserContext context() {
        return context;
    }

    /** Forgets complaints that hold these words: the page was meant to be missing. */
    void forgive(String words) {
        complaints.removeIf(complaint -> complaint.contains(words));
    }

    @Override
    public void close() {
        List<String> noted = List.copyOf(complaints);
        complaints.clear();
        context.setOffline(false);
        context.clearCookies();
        context.pages().stream().skip(1).forEach(Page::close);
        tabs = 0;
        leave.accept(this);
        assertThat(noted).as("complaints of the browser").isEmpty();
    }
}
