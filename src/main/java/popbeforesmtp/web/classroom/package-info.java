/**
 * The pages of a class: for the teacher, for the projector, and the seats that learners take and share rounds from. Whatever
 * can be pressed is a plain form; only what the teacher and the projector look at moves by itself.
 */
@NullMarked
package popbeforesmtp.web.classroom;

import org.jspecify.annotations.NullMarked;
