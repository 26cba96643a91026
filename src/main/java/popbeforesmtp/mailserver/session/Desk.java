package popbeforesmtp.mailserver.session;

import popbeforesmtp.eventlog.FaultLog;
import popbeforesmtp.mailserver.mailbox.Hosts;
import popbeforesmtp.mailserver.mailbox.Limits;

/**
 * What all sessions have in common that one front desk has taken in.
 *
 * @param hosts the hosts of all worlds
 * @param limits the bounds
 * @param redaction how much of what callers say is kept
 * @param faults where faults of ours are told
 * @param halfMails counts what is held of mails that are being read
 * @param wrongLogIns counts the wrong passwords
 */
public record Desk(
        Hosts hosts,
        Limits limits,
        LogRedaction redaction,
        FaultLog faults,
        HalfMails halfMails,
        WrongLogIns wrongLogIns) {

    /** A desk at which nobody has called yet. */
    public Desk(Hosts hosts, Limits limits, LogRedaction redaction, FaultLog faults) {
        this(hosts, limits, redaction, faults, new HalfMails(limits.halfMails()), new WrongLogIns(limits.logIns()));
    }
}
