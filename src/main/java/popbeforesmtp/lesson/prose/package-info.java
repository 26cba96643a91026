/** Texts for learners: paragraphs with readings and links, and the parts of a file that hold them. */
@NullMarked
package popbeforesmtp.lesson.prose;

import org.jspecify.annotations.NullMarked;
