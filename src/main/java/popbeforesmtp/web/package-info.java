/**
 * The site: routes, pages, languages, cookies and errors. The only folder that sees Javalin, Thymeleaf and servlet
 * types.
 */
@NullMarked
package popbeforesmtp.web;

import org.jspecify.annotations.NullMarked;
