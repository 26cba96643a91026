package popbeforesmtp.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import java.util.Map;
import popbeforesmtp.lesson.Library;
import popbeforesmtp.lesson.experiment.Cases;
import popbeforesmtp.operation.Meter;
import popbeforesmtp.sandbox.door.Door;
import popbeforesmtp.sandbox.postmaster.PostOffice;
import popbeforesmtp.sandbox.run.Runs;
import popbeforesmtp.sandbox.world.Worlds;
import popbeforesmtp.web.door.DoorPages;
import popbeforesmtp.web.experiment.CompareRunsPages;
import popbeforesmtp.web.experiment.ExperimentsPages;
import popbeforesmtp.web.experiment.PostmasterPages;
import popbeforesmtp.web.experiment.RunPages;
import popbeforesmtp.web.experiment.StateLinkPages;
import popbeforesmtp.web.experiment.TryPages;
import popbeforesmtp.web.http.LastResort;
import popbeforesmtp.web.http.SecurityRules;
import popbeforesmtp.web.http.SiteOptions;
import popbeforesmtp.web.learning.LearnPages;
import popbeforesmtp.web.learning.PrintPages;
import popbeforesmtp.web.learning.QuizPages;
import popbeforesmtp.web.page.ErrorPages;
import popbeforesmtp.web.page.Language;
import popbeforesmtp.web.page.Section;
import popbeforesmtp.web.page.StaticFiles;
import popbeforesmtp.web.page.Views;
import popbeforesmtp.web.reading.ReadPages;
import popbeforesmtp.web.reading.ReferencePages;
import popbeforesmtp.web.world.PageStates;
import popbeforesmtp.web.world.PressHandler;
import popbeforesmtp.web.world.ProgressHandler;
import popbeforesmtp.web.world.Visitors;
import popbeforesmtp.web.world.WorldAccess;

/** All addresses of the site on one screen. */
public final class Routes {

    private final ClosingTime closing = new ClosingTime();
    private final HealthPages health;
    private final Meter meter;
    private final Views views;
    private final StaticFiles files;
    private final SecurityRules rules;
    private final ErrorPages errors;
    private final HomePages home;
    private final StateLinkPages scenes;
    private final TryPages tries;
    private final ReadPages reads;
    private final ReferencePages references;
    private final LearnPages lessons;
    private final QuizPages quiz;
    private final CompareRunsPages runs;
    private final ExperimentsPages experiments;
    private final RunPages kept;
    private final PostmasterPages postmaster;
    private final ProgressHandler notes;
    private final PressHandler presses;
    private final DoorPages door;
    private final PrintPages prints;
    private final SettingsPages settings;
    private final Sitemap sitemap;

    public Routes(
            Worlds worlds,
            Library library,
            Door door,
            Views views,
            StaticFiles files,
            SiteOptions options,
            LastResort lastResort) {
        Cases cases = library.cases();
        this.errors = new ErrorPages(lastResort);
        Visitors visitors = new Visitors(options);
        this.views = views;
        this.meter = options.operation().meter();
        this.health = new HealthPages(options.operation().health());
        this.files = files;
        this.rules = new SecurityRules(options);
        this.home = new HomePages(cases, visitors);
        this.door = new DoorPages(door, views, visitors, meter, lastResort);
        PageStates standings = new PageStates(worlds, visitors);
        WorldAccess reception = new WorldAccess(worlds, visitors, options);
        this.scenes = new StateLinkPages(reception, standings, cases, views, errors, options.publicOrigin());
        Runs kept = new Runs(worlds);
        this.kept = new RunPages(kept, library, reception, standings, views, errors, options.publicOrigin());
        this.postmaster = new PostmasterPages(new PostOffice(worlds), visitors, reception, views, errors);
        this.tries = new TryPages(cases, kept, views, standings, errors, scenes);
        this.reads = new ReadPages(library, views, standings, errors);
        this.references = new ReferencePages(library, views, standings, errors);
        this.prints = new PrintPages(library, views, standings, errors, options);
        this.settings = new SettingsPages(views, errors, options);
        this.sitemap =
                new Sitemap(cases, options.basePath(), options.publicOrigin().orElse(""));
        this.lessons = new LearnPages(library, views, standings, errors);
        this.presses = new PressHandler(
                reception, cases, views, errors, Map.of("try", tries, "read", reads, "learn", lessons));
        this.quiz = new QuizPages(library, views, standings, errors);
        this.runs = new CompareRunsPages(views, standings, kept, reception, errors);
        this.experiments = new ExperimentsPages(cases, views, visitors);
        this.notes = new ProgressHandler(reception, views, errors, Map.of("learn", lessons, "quiz", quiz));
    }

    void routes(RoutesConfig routes) {
        routes.before(rules::protect);
        routes.before(closing::letIn);
        routes.before(rules::checkOrigin);
        for (Language language : Language.values()) {
            get(routes, language.path("/"), home::show);
            get(routes, language.path("/try"), tries::show);
            routes.post(language.path("/try"), timed(presses::press));
            routes.post(language.path(StateLinkPages.SLUG), timed(scenes::play));
            forward(routes, language, "/read", "/read/story");
            forward(routes, language, "/learn", "/learn/1");
            forward(routes, language, "/print", "/print/worksheet");
            get(routes, language.path("/read/{slug}"), reads::show);
            get(routes, language.path("/compare"), references::compare);
            get(routes, language.path("/history"), references::history);
            get(routes, language.path("/help"), references::help);
            get(routes, language.path("/servers"), references::servers);
            get(routes, language.path("/words"), references::words);
            get(routes, language.path("/sources"), references.article("sources"));
            get(routes, language.path("/about"), references.article("about"));
            get(routes, language.path("/a11y"), references.article("a11y"));
            get(routes, language.path("/print/{sheet}"), prints::show);
            get(routes, language.path("/learn/{number}"), lessons::show);
            routes.post(language.path("/learn"), notes::take);
            get(routes, language.path(SettingsPages.SLUG), settings::show);
            routes.post(language.path(SettingsPages.SLUG), settings::choose);
            get(routes, language.path(Section.QUIZ), quiz::show);
            get(routes, language.path(CompareRunsPages.SLUG), runs::show);
            get(routes, language.path(ExperimentsPages.SLUG), experiments::show);
            get(routes, language.path(PostmasterPages.SLUG), postmaster::show);
            get(routes, language.path(RunPages.MINE), this.kept::mine);
            routes.post(language.path(RunPages.MINE), this.kept::keep);
            get(routes, language.path(RunPages.SLUG + "{id}"), this.kept::show);
            routes.post(language.path(RunPages.SLUG + "{id}"), timed(this.kept::goOn));
            get(routes, language.path("/door"), door::show);
            routes.get(language.path("/door/stream"), door::stream);
        }
        get(routes, "/static/{name}", files::serve);
        get(routes, "/sitemap.xml", sitemap::show);
        get(routes, "/robots.txt", sitemap::robots);
        get(routes, "/livez", health::live);
        get(routes, "/readyz", health::ready);
        get(routes, "/health", health::show);
        errors.routes(routes);
        door.begin();
    }

    /** How many watch the door. */
    int watching() {
        return door.watching();
    }

    /** A press, whose time is told. */
    private Handler timed(Handler press) {
        return ctx -> {
            Meter.Lap lap = meter.begin(Meter.Work.PRESS);
            try {
                press.handle(ctx);
            } finally {
                lap.end();
            }
        };
    }

    /** An address that somebody shortened leads to the first of its kind. */
    private void forward(RoutesConfig routes, Language language, String from, String to) {
        get(routes, language.path(from), ctx -> ctx.redirect(views.link(language, to)));
    }

    /** HEAD is GET without the body, the status and the headers the same (RFC 9110, 9.3.2). */
    private static void get(RoutesConfig routes, String path, Handler page) {
        routes.get(path, page);
        routes.head(path, page);
    }

    /** Lets nobody in any more, and those go who watch the door. */
    void close() {
        closing.begin();
        door.close();
    }
}
