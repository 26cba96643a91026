/** The ports: who is let in, and how many. */
@NullMarked
package popbeforesmtp.mailserver.listen;

import org.jspecify.annotations.NullMarked;
