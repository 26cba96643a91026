/** What each line of a dialogue means, and what of it may be told. */
@NullMarked
package popbeforesmtp.lesson.dialogue;

import org.jspecify.annotations.NullMarked;
