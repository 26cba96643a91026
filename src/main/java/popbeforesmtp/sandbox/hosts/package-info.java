/**
 * The hosts of a world, the program that keeps their lists, and the clock that both go by. What waits in a mailbox at the start
 * is here too.
 */
@NullMarked
package popbeforesmtp.sandbox.hosts;

import org.jspecify.annotations.NullMarked;
