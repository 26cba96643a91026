/** The web server itself: who asks and how often, forms, cookies, headers, slow lines. Knows nothing of pages. */
@NullMarked
package popbeforesmtp.web.http;

import org.jspecify.annotations.NullMarked;
