/** The habits of the programs that keep the list, as values. What follows from them is the gate's business. */
@NullMarked
package popbeforesmtp.gate.behaviour;

import org.jspecify.annotations.NullMarked;
