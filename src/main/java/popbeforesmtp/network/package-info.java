/**
 * The practice world between a mail program and a mail server: places, addresses, names, routers, firewalls and
 * telephone lines. It decides what becomes of a call before a byte flows and knows nothing of mail.
 */
@NullMarked
package popbeforesmtp.network;

import org.jspecify.annotations.NullMarked;
