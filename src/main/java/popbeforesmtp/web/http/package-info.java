/** Who asks and how often, forms, cookies, headers, limits, and what becomes of faults. Knows nothing of pages. */
@NullMarked
package popbeforesmtp.web.http;

import org.jspecify.annotations.NullMarked;
