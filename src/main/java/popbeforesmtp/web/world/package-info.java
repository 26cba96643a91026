/** Where a page meets a learner's world: the form of a press, the visitor, the answer. One way for all pages. */
@NullMarked
package popbeforesmtp.web.world;

import org.jspecify.annotations.NullMarked;
