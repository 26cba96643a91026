/** What can be pressed and chosen, as values, and how a state is written into a link. */
@NullMarked
package popbeforesmtp.sandbox.press;

import org.jspecify.annotations.NullMarked;
