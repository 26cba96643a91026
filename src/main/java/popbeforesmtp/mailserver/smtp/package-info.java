/** SMTP as a server speaks it: verbs, states, replies (RFC 5321, 4954, 6409). */
@NullMarked
package popbeforesmtp.mailserver.smtp;

import org.jspecify.annotations.NullMarked;
