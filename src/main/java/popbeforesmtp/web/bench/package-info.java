/** The main screen as values for its templates: map, result, lists, dialogue, controls. */
@NullMarked
package popbeforesmtp.web.bench;

import org.jspecify.annotations.NullMarked;
