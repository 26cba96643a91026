/** The door: real ports with true addresses and true time. */
@NullMarked
package popbeforesmtp.sandbox.door;

import org.jspecify.annotations.NullMarked;
