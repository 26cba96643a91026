/** Lessons, puzzle, quiz and worksheet, and the record of what a learner has done in them. */
@NullMarked
package popbeforesmtp.lesson.course;

import org.jspecify.annotations.NullMarked;
