/** The one table of the practice internet's hosts. The rules of their gates and the directory of names are made from it. */
@NullMarked
package popbeforesmtp.gate.hosts;

import org.jspecify.annotations.NullMarked;
