/** What is kept of a world: its journal, what its seats remember, and the port behind which a store keeps both. */
@NullMarked
package popbeforesmtp.sandbox.journal;

import org.jspecify.annotations.NullMarked;
