/** The other side of the desk: a postmaster's rule, and one day of letters that is played under it on the real servers. */
@NullMarked
package popbeforesmtp.sandbox.postmaster;

import org.jspecify.annotations.NullMarked;
