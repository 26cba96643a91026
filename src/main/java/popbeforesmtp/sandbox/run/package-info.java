/** Runs: what was pressed in a world, kept to be looked at by others. A run is a journal that nobody presses in any more. */
@NullMarked
package popbeforesmtp.sandbox.run;

import org.jspecify.annotations.NullMarked;
