/** The pages to read: the story, the explanations with a world beside them, history, words, sources. */
@NullMarked
package popbeforesmtp.web.reading;

import org.jspecify.annotations.NullMarked;
