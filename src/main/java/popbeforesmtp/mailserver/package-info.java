/**
 * Real POP3 and SMTP listeners that serve every virtual host of every world, with GreenMail fenced in. Every
 * command and every reply is ours; this is the only folder that sees {@code com.icegreen}.
 */
@NullMarked
package popbeforesmtp.mailserver;

import org.jspecify.annotations.NullMarked;
