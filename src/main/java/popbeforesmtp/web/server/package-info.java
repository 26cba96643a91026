/** What stands before the pages: connections, slow lines, who asks how much, and under which name. Knows no pages. */
@NullMarked
package popbeforesmtp.web.server;

import org.jspecify.annotations.NullMarked;
