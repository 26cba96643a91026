package popbeforesmtp.web.page;

import io.javalin.http.Context;
import io.javalin.rendering.FileRenderer;
import java.io.Reader;
import java.io.StringReader;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.IContext;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.AbstractMessageResolver;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.templateresolver.AbstractConfigurableTemplateResolver;
import org.thymeleaf.templateresource.ITemplateResource;
import popbeforesmtp.lesson.Library;
import popbeforesmtp.lesson.source.ResourceRoot;
import popbeforesmtp.web.http.SiteOptions;
import popbeforesmtp.web.template.Drawings;
import popbeforesmtp.web.template.FixedParts;
import popbeforesmtp.web.template.PlainExpressions;

/**
 * Renders {@code page}, or parts of it, {@code page :: #part,#other}, in the order in which they stand there; a part is the
 * same markup that stands inside the page. Parts of several pages are joined with {@code +}. Templates see {@code t}, the
 * {@link Localizer} of the reader, {@code draw}, the {@link Drawings}, and {@code frame}. Links are written without base
 * path, language and hash.
 */
public final class Views implements FileRenderer {

    private final Map<Language, TemplateEngine> engines = new EnumMap<>(Language.class);
    private final Messages texts;
    private final ResourceRoot shelf;
    private final Drawings drawings;
    private final Library library;
    private final String basePath;
    private final String origin;

    public Views(ResourceRoot shelf, Library library, StaticFiles files, SiteOptions options) {
        this.texts = new Messages(shelf);
        this.shelf = shelf;
        this.drawings = drawings(shelf);
        this.library = library;
        this.basePath = options.basePath();
        this.origin = options.publicOrigin().orElse("");
        for (Language language : Language.values()) {
            engines.put(language, engine(language, new SiteLinkBuilder(files, basePath)));
        }
    }

    /** What reads the templates for one language. */
    private TemplateEngine engine(Language language, SiteLinkBuilder links) {
        StandardDialect dialect = new StandardDialect();
        dialect.setVariableExpressionEvaluator(new PlainExpressions());
        TemplateEngine engine = new TemplateEngine();
        engine.setDialect(dialect);
        engine.setTemplateResolver(
                new Templates(shelf, shelf.isLive() ? UnaryOperator.identity() : fixed(language, links)::in));
        engine.setMessageResolver(new TextResolver());
        engine.setLinkBuilder(links);
        return engine;
    }

    private FixedParts fixed(Language language, SiteLinkBuilder links) {
        Localizer plain = new Localizer(texts.phrases(language), language, Furigana.OFF);
        return new FixedParts(
                key -> Localizer.escaped(plain.plain(key)),
                path -> Localizer.escaped(links.fixed(language, path)),
                drawings::of);
    }

    private static Drawings drawings(ResourceRoot shelf) {
        return new Drawings(shelf.text("templates/drawings.html"), shelf.text("templates/scenes.html"));
    }

    /** The language that the address of a request asks for. */
    public static Language language(Context ctx) {
        return Language.of(path(ctx));
    }

    /** The path of a request without the base path. */
    static String path(Context ctx) {
        return ctx.path().startsWith(ctx.contextPath())
                ? ctx.path().substring(ctx.contextPath().length())
                : ctx.path();
    }

    /** The words for whoever asks. */
    public Localizer wording(Context ctx) {
        Language language = language(ctx);
        return new Localizer(
                texts.phrases(language),
                language,
                Settings.of(ctx).furigana(),
                () -> library.in(language.code()).servers());
    }

    /** How whoever asks wants parts of pages to look; two with the same look see the same. */
    public String look(Context ctx) {
        return language(ctx).code() + Settings.of(ctx).furigana();
    }

    /** The address of a page on this site. */
    public String link(Language language, String slug) {
        return basePath + language.path(slug);
    }

    @Override
    public String render(String view, Map<String, ?> model, Context ctx) {
        Localizer wording = wording(ctx);
        Language language = wording.language();
        Settings settings = Settings.of(ctx);
        Map<String, Object> variables = new HashMap<>(model);
        variables.put("t", wording);
        variables.put("draw", shelf.isLive() ? drawings(shelf) : drawings);
        variables.put("settings", settings);
        variables.put("seated", ctx.attribute("seated"));
        variables.put("classCode", ctx.attribute("classCode"));
        if (model.get("frame") instanceof PageChrome frame) {
            variables.putIfAbsent("description", wording.plain("site.description"));
            variables.put("addresses", new CanonicalUrls(origin, basePath, frame));
            variables.put("otherHref", link(language.other(), frame.slug()) + frame.query());
        }
        var context = new org.thymeleaf.context.Context(language.locale(), variables);
        TemplateEngine engine = Objects.requireNonNull(engines.get(language));
        StringBuilder html = new StringBuilder();
        for (String each : view.split("\\+", -1)) {
            html.append(html(engine, each, context));
        }
        return language == Language.JA && settings.isReadAloud()
                ? FuriganaFilter.over(html.toString(), library.readings())
                : html.toString();
    }

    private static String html(TemplateEngine engine, String view, IContext context) {
        String[] halves = view.split("::", 2);
        return halves.length == 1
                ? engine.process(halves[0].strip(), context)
                : engine.process(halves[0].strip(), Set.of(halves[1].strip().split(",")), context);
    }

    private static final class Templates extends AbstractConfigurableTemplateResolver {

        /** How lines are broken and indented is for whoever reads the template; an end of a tag may stand on the next line. */
        private static final Pattern INDENT = Pattern.compile("\\s*\\n\\s*(>)?");

        private final ResourceRoot shelf;
        private final UnaryOperator<String> ready;

        /** @param ready makes a template ready to be read */
        Templates(ResourceRoot shelf, UnaryOperator<String> ready) {
            this.shelf = shelf;
            this.ready = ready;
            setPrefix("templates/");
            setSuffix(".html");
            setCacheable(!shelf.isLive());
        }

        @Override
        protected ITemplateResource computeTemplateResource(
                IEngineConfiguration configuration,
                String ownerTemplate,
                String template,
                String resourceName,
                String characterEncoding,
                Map<String, Object> attributes) {
            return new Page(resourceName, ready.apply(dense(shelf.text(resourceName))));
        }

        private static String dense(String template) {
            return INDENT.matcher(template).replaceAll(indent -> indent.group(1) == null ? "\n" : ">");
        }
    }

    /** Lets <code>#{key}</code> be the plain text of the key in the reader's language. */
    private static final class TextResolver extends AbstractMessageResolver {

        @Override
        public String resolveMessage(
                ITemplateContext context,
                @Nullable Class<?> origin,
                String key,
                Object @Nullable [] messageParameters) {
            return ((Localizer) context.getVariable("t")).plain(key);
        }

        @Override
        public String createAbsentMessageRepresentation(
                ITemplateContext context,
                @Nullable Class<?> origin,
                String key,
                Object @Nullable [] messageParameters) {
            return key;
        }
    }

    /** A template; messages about it name its file. */
    private record Page(String file, String text) implements ITemplateResource {

        @Override
        public String getDescription() {
            return file;
        }

        @Override
        public String getBaseName() {
            return file;
        }

        @Override
        public boolean exists() {
            return true;
        }

        @Override
        public Reader reader() {
            return new StringReader(text);
        }

        @Override
        public ITemplateResource relative(String relativeLocation) {
            throw new UnsupportedOperationException(relativeLocation);
        }
    }
}
