/** Worlds: a journal, and what follows from playing it on the real servers. */
@NullMarked
package popbeforesmtp.sandbox.world;

import org.jspecify.annotations.NullMarked;
