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
        if (base.startsWith(STATIC)) {
            return basePath + STATIC + files.hashed(base.substring(STATIC.length()));
        }
        if (base.startsWith("/") && (parameters == null || parameters.isEmpty())) {
            return basePath + Language.of(context.getLocale()).path(base);
        }
        String path = base.startsWith("/") ? Language.of(context.getLocale()).path(base) : base;
        return below.buildLink(context, path, parameters);
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
