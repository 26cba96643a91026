/** What a press led to: the refusals of a server become reasons for people, from the history of the person. */
@NullMarked
package popbeforesmtp.sandbox.explain;

import org.jspecify.annotations.NullMarked;
