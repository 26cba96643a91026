/** The same servers behind real ports: the hosts there, and what may be kept of what real people say. */
@NullMarked
package popbeforesmtp.mailserver.door;

import org.jspecify.annotations.NullMarked;
