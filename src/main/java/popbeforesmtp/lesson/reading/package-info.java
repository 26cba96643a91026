/** The explanations, what they claim, and what to look up beside them. */
@NullMarked
package popbeforesmtp.lesson.reading;

import org.jspecify.annotations.NullMarked;
