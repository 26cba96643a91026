/** What the person who runs the site sees of it: numbers about its work, and whether it can work. Nothing about anybody. */
@NullMarked
package popbeforesmtp.operation;

import org.jspecify.annotations.NullMarked;
