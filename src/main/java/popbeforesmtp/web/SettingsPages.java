package popbeforesmtp.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.web.http.Cookies;
import popbeforesmtp.web.http.Form;
import popbeforesmtp.web.http.SiteOptions;
import popbeforesmtp.web.page.ErrorPages;
import popbeforesmtp.web.page.Language;
import popbeforesmtp.web.page.PageChrome;
import popbeforesmtp.web.page.Settings;
import popbeforesmtp.web.page.Views;

/**
 * Remembers how a reader wants the pages to look, and leads back to where the reader was; on the way it sees whether the
 * browser has kept the cookies, and tells what is lost if it has not.
 */
final class SettingsPages {

    static final String SLUG = "/settings";
    private static final int YEAR = 365;

    /** What says on every page that the looks were changed; it is seen and read out only when an address leads to it. */
    private static final String DONE = "#looked";

    /** An address on this site, as {@link PageChrome} knows it: without host, base path and language. */
    private static final Pattern LOCAL =
            Pattern.compile("/(?!/)[A-Za-z0-9/._-]{0,100}(\\?[A-Za-z0-9=&._~%+-]{0,2000})?");

    private final Views views;
    private final ErrorPages errors;
    private final Cookies cookies;

    SettingsPages(Views views, ErrorPages errors, SiteOptions options) {
        this.views = views;
        this.errors = errors;
        this.cookies = new Cookies(options);
    }

    /** Takes the form. */
    public void choose(Context ctx) {
        Form form = Form.of(ctx);
        Map<String, String> chosen = new HashMap<>();
        for (String name : Settings.VALUES.keySet()) {
            String value = form.value(name);
            if (!value.isEmpty() && Settings.known(name, value).isEmpty()) {
                errors.tell(ctx, 400, "badform");
                return;
            }
            if (!value.isEmpty()) {
                chosen.put(name, value);
            }
        }
        chosen.forEach((name, value) -> cookies.give(ctx, name, value, YEAR));
        String back = URLEncoder.encode(local(form.value("back")), StandardCharsets.UTF_8);
        ctx.redirect(views.link(Views.language(ctx), SLUG) + "?back=" + back, HttpStatus.SEE_OTHER);
    }

    /** Leads back, or tells that nothing was kept. */
    public void show(Context ctx) {
        String back = local(ctx.queryParam("back"));
        Language language = Views.language(ctx);
        if (Settings.VALUES.keySet().stream().anyMatch(name -> ctx.cookie(name) != null)) {
            ctx.redirect(views.link(language, back) + DONE, HttpStatus.SEE_OTHER);
            return;
        }
        String query = back.equals("/") ? "" : "?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
        ctx.render(
                "settings",
                Map.of(
                        "href",
                        views.link(language, back),
                        "frame",
                        new PageChrome(language, SLUG, query, "settings.lost.title")));
    }

    private static String local(@Nullable String back) {
        return back != null && LOCAL.matcher(back).matches() ? back : "/";
    }
}
