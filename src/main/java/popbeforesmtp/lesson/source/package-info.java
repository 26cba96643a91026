/** Files as they stand: the root they are read from, YAML and texts with file and line, what is wrong with them. */
@NullMarked
package popbeforesmtp.lesson.source;

import org.jspecify.annotations.NullMarked;
