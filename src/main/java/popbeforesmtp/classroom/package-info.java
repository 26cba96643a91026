/**
 * A class of learners in one room: seats, the place in the plan, questions and rounds, of which no name is ever known. What
 * is kept of it lies behind {@link popbeforesmtp.classroom.ClassStore}, and ends with the class.
 */
@NullMarked
package popbeforesmtp.classroom;

import org.jspecify.annotations.NullMarked;
