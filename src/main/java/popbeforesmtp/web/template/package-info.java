/** What the templates are read with: expressions that are made ready once. Knows nothing of this site. */
@NullMarked
package popbeforesmtp.web.template;

import org.jspecify.annotations.NullMarked;
