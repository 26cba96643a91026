/** One connection: the wire, the lines on it, and the log that hears of them first. */
@NullMarked
package popbeforesmtp.mailserver.session;

import org.jspecify.annotations.NullMarked;
