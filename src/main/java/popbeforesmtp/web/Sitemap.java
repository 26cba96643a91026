package popbeforesmtp.web;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import popbeforesmtp.lesson.course.Lesson;
import popbeforesmtp.lesson.experiment.Case;
import popbeforesmtp.lesson.experiment.Cases;
import popbeforesmtp.lesson.reading.Explanation;
import popbeforesmtp.web.learning.PrintPages;
import popbeforesmtp.web.page.Language;
import popbeforesmtp.web.page.Section;

/** What there is to find on the site, for search engines: every page in every language. */
final class Sitemap {

    private static final List<String> PLAIN = List.of(
            "/",
            "/help",
            "/compare",
            "/history",
            "/servers",
            "/try",
            "/experiments",
            "/postmaster",
            "/teach",
            "/quiz",
            "/words",
            "/sources",
            "/about",
            "/a11y");

    /** What is one learner's or one class's, and streams. */
    private static final List<String> NOT_TO_FIND = List.of("/door/stream", "/run/", "/teach/", "/join", "/class");

    private final Cases cases;
    private final String basePath;
    private final String origin;

    /** @param origin scheme and host of the public address; empty if it is not known */
    Sitemap(Cases cases, String basePath, String origin) {
        this.cases = cases;
        this.basePath = basePath;
        this.origin = origin;
    }

    /** All pages, as slugs. */
    List<String> slugs() {
        List<String> slugs = new ArrayList<>(PLAIN);
        Explanation.SLUGS.forEach(slug -> slugs.add("/read/" + slug));
        IntStream.rangeClosed(1, Lesson.LAST).forEach(number -> slugs.add("/learn/" + number));
        PrintPages.SHEETS.forEach(name -> slugs.add(Section.PRINT + "/" + name));
        cases.all().stream().map(Case::id).forEach(id -> slugs.add(Section.TRY + "?case=" + id));
        return List.copyOf(slugs);
    }

    /** Answers {@code /sitemap.xml}. */
    public void show(Context ctx) {
        StringBuilder xml = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                """);
        slugs().stream()
                .flatMap(slug -> Stream.of(Language.values()).map(language -> address(ctx, language.path(slug))))
                .forEach(address -> xml.append("<url><loc>").append(address).append("</loc></url>\n"));
        ctx.contentType("application/xml; charset=utf-8")
                .result(xml.append("</urlset>\n").toString());
    }

    /** Answers {@code /robots.txt}. */
    public void robots(Context ctx) {
        StringBuilder rules = new StringBuilder("User-agent: *\n");
        NOT_TO_FIND.stream()
                .flatMap(slug -> Stream.of(Language.values()).map(language -> language.path(slug)))
                .forEach(path ->
                        rules.append("Disallow: ").append(basePath).append(path).append('\n'));
        ctx.contentType("text/plain; charset=utf-8")
                .result(rules.append("Sitemap: ")
                        .append(address(ctx, "/sitemap.xml"))
                        .append('\n')
                        .toString());
    }

    private String address(Context ctx, String path) {
        return (origin.isEmpty() ? "http://" + ctx.host() : origin) + basePath + path;
    }
}
