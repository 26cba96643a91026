package popbeforesmtp.web.page;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.ILinkBuilder;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;

/** Adds base path and language to the addresses of pages, base path and hash to those of static files. */
final class SiteLinkBuilder implements ILinkBuilder {

    private static final String STATIC = "/static/";

    private final StaticFiles files;
    private final String basePath;
    private final ILinkBuilder below;

    SiteLinkBuilder(StaticFiles files, String basePath) {
        this.files = files;
        this.basePath = basePath;
        this.below = new Below(basePath);
    }

    @Override
    public String getName() {
        return "links";
    }

    @Override
    public Integer getOrder() {
        return 1;
    }

    @Override
    public String buildLink(IExpressionContext context, String base, @Nullable Map<String, Object> parameters) {
        Language language = Language.of(context.getLocale());
        if (base.startsWith("/") && (parameters == null || parameters.isEmpty())) {
            return fixed(language, base);
        }
        String path = base.startsWith("/") ? language.path(base) : base;
        return below.buildLink(context, path, parameters);
    }

    /** Where a link without values leads to; its path begins with a slash. */
    String fixed(Language language, String path) {
        return basePath
                + (path.startsWith(STATIC)
                        ? STATIC + files.hashed(path.substring(STATIC.length()))
                        : language.path(path));
    }

    private static final class Below extends StandardLinkBuilder {

        private final String basePath;

        Below(String basePath) {
            this.basePath = basePath;
        }

        @Override
        protected String computeContextPath(IExpressionContext context, String base, Map<String, Object> parameters) {
            return basePath;
        }

        @Override
        protected String processLink(IExpressionContext context, String link) {
            return link;
        }
    }
}
