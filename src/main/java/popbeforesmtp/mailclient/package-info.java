/**
 * The mail programs of a learner, speaking over real TCP: a conversation line by line, and the habits of the
 * programs of the time on top of it.
 */
@NullMarked
package popbeforesmtp.mailclient;

import org.jspecify.annotations.NullMarked;
