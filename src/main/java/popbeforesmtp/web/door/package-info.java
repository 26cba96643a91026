/** The page of the door, live. */
@NullMarked
package popbeforesmtp.web.door;

import org.jspecify.annotations.NullMarked;
