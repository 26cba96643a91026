/** The lessons, the quiz and the handouts. */
@NullMarked
package popbeforesmtp.web.learning;

import org.jspecify.annotations.NullMarked;
