/** What lies in a mail host: mailboxes, letters, bounds, the gate that it asks. */
@NullMarked
package popbeforesmtp.mailserver.mailbox;

import org.jspecify.annotations.NullMarked;
