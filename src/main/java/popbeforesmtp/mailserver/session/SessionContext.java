package popbeforesmtp.mailserver.session;

import popbeforesmtp.mailserver.mailbox.Hosts;
import popbeforesmtp.mailserver.mailbox.Limits;
import popbeforesmtp.mailserver.mailbox.MailHost;
import popbeforesmtp.network.Call;

/**
 * What both protocols must know of a session before its first word.
 *
 * @param role what the caller wants of the host
 * @param call who calls
 * @param host who answers
 * @param hosts the other hosts of all worlds
 * @param limits the bounds
 */
public record SessionContext(Role role, Call call, MailHost host, Hosts hosts, Limits limits) {}
