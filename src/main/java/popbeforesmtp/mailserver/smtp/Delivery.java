package popbeforesmtp.mailserver.smtp;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import popbeforesmtp.mailserver.mailbox.Hosts;
import popbeforesmtp.mailserver.mailbox.Letter;
import popbeforesmtp.mailserver.mailbox.Limits;
import popbeforesmtp.mailserver.mailbox.MailHost;
import popbeforesmtp.mailserver.mailbox.Mailbox;
import popbeforesmtp.mailserver.session.SessionContext;
import popbeforesmtp.mailserver.session.SessionLog;
import popbeforesmtp.network.Call;

/**
 * Carries an accepted mail to its mailboxes, here or at another host of the same world. There is no other way out: what
 * is for nobody we know is dropped, as if it had been relayed and had bounced; so is what this host took for one of its own
 * without knowing him, as qmail does.
 */
final class Delivery {

    private final Call call;
    private final MailHost here;
    private final Hosts hosts;
    private final SessionLog tap;
    private final Limits.Sizes limits;
    private int mails;

    Delivery(SessionContext visit, SessionLog tap) {
        this.call = visit.call();
        this.here = visit.host();
        this.hosts = visit.hosts();
        this.limits = visit.limits().sizes();
        this.tap = tap;
    }

    private record Destination(String domain, String user) {}

    /**
     * Puts the mail into each mailbox once. The one answer is for all of this host's own recipients (RFC 5321, 3.3): if
     * the mailbox of one has filled up since RCPT, nobody gets the mail. A full mailbox elsewhere is as good as none.
     *
     * @return false if nobody has it and it should be sent again
     */
    boolean deliver(Transaction transaction, Letter letter) {
        Letter stamped = letter.stamped(stamp(transaction));
        Map<Destination, Mailbox> kept = new LinkedHashMap<>();
        try {
            for (Destination destination : destinations(transaction)) {
                Optional<Mailbox> mailbox = mailbox(destination);
                if (mailbox.isPresent() && mailbox.get().reserve(stamped, limits)) {
                    kept.put(destination, mailbox.get());
                } else if (mailbox.isPresent() && isHere(destination)) {
                    return false;
                }
            }
            kept.forEach((destination, mailbox) -> {
                mailbox.fill(stamped);
                tap.delivered(destination.domain(), destination.user(), stamped);
            });
            kept.clear();
            return true;
        } finally {
            kept.values().forEach(mailbox -> mailbox.release(stamped));
        }
    }

    private Set<Destination> destinations(Transaction transaction) {
        Set<Destination> destinations = new LinkedHashSet<>();
        for (String recipient : transaction.recipients()) {
            destinations.add(new Destination(here.domainOf(recipient), MailHost.userOf(recipient)));
        }
        return destinations;
    }

    private Optional<Mailbox> mailbox(Destination destination) {
        Optional<MailHost> host =
                isHere(destination) ? Optional.of(here) : hosts.find(call.world(), destination.domain());
        return host.flatMap(found -> found.mailboxOf(destination.user(), call.from()));
    }

    private boolean isHere(Destination destination) {
        return destination.domain().equals(here.domain());
    }

    /** The address as RFC 5321, 4.1.3 writes it. */
    private static String literal(InetAddress address) {
        return (address instanceof Inet6Address ? "[IPv6:" : "[") + address.getHostAddress() + "]";
    }

    /**
     * Return-Path and Received (RFC 5321, 4.4), the only lines that are added. Nothing in them can hold a line end. The id is the
     * session and the mail within it; whom the mail is for is told if it is only one, as nobody may learn of the others.
     */
    private String stamp(Transaction transaction) {
        List<String> recipients = transaction.recipients();
        StringBuilder stamp = new StringBuilder(300);
        stamp.append("Return-Path: <").append(transaction.sender()).append(">\r\n");
        stamp.append("Received: from ")
                .append(HelloName.escaped(transaction.hello().name()));
        stamp.append(" (").append(literal(call.from())).append(")\r\n");
        stamp.append("\tby smtp.").append(here.domain()).append(" with ").append(transaction.protocol());
        stamp.append(" id ").append(call.session()).append('-').append(++mails);
        if (recipients.size() == 1) {
            stamp.append("\r\n\tfor <").append(recipients.get(0)).append('>');
        }
        return stamp.append("; ").append(MailDate.of(tap.now())).append("\r\n").toString();
    }
}
