/** POP3 as a server speaks it: verbs, states, replies (RFC 1939, 2449). */
@NullMarked
package popbeforesmtp.mailserver.pop3;

import org.jspecify.annotations.NullMarked;
