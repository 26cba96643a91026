/** The line that a learner has open by hand. */
@NullMarked
package popbeforesmtp.sandbox.console;

import org.jspecify.annotations.NullMarked;
