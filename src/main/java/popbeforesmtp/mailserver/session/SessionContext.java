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
 * @param desk who has taken the call in
 */
public record SessionContext(Role role, Call call, MailHost host, Desk desk) {

    /** The other hosts of all worlds. */
    public Hosts hosts() {
        return desk.hosts();
    }

    /** The bounds. */
    public Limits limits() {
        return desk.limits();
    }
}
