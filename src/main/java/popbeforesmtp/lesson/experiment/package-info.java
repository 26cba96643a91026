/** Cases: how a world starts, what is pressed, and what must be seen then. */
@NullMarked
package popbeforesmtp.lesson.experiment;

import org.jspecify.annotations.NullMarked;
