package popbeforesmtp.mailserver.session;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import popbeforesmtp.eventlog.WorldId;
import popbeforesmtp.mailserver.mailbox.Limits;
import popbeforesmtp.network.Addresses;
import popbeforesmtp.network.Call;

/**
 * Counts what is held of mails that are being read: of all of them, and of those from each address. Safe for any number of
 * threads.
 */
final class HalfMails {

    private final Limits.HalfMails limits;
    private final Map<Address, Long> byAddress = new HashMap<>();
    private long all;

    private record Address(WorldId world, InetAddress network) {}

    HalfMails(Limits.HalfMails limits) {
        this.limits = limits;
    }

    /** The part that one caller's mail has, nothing at first. */
    Share of(Call call) {
        return new Share(new Address(call.world(), Addresses.network(call.from())));
    }

    /** How many octets are held now. */
    synchronized long octets() {
        return all;
    }

    private synchronized boolean take(Address address, long more) {
        long held = byAddress.getOrDefault(address, 0L);
        if (all + more > limits.octets() || held + more > limits.address()) {
            return false;
        }
        all += more;
        byAddress.put(address, held + more);
        return true;
    }

    private synchronized void give(Address address, long octets) {
        all -= octets;
        byAddress.computeIfPresent(address, (same, held) -> held == octets ? null : held - octets);
    }

    /** What one mail holds. For the session's thread only. */
    final class Share implements AutoCloseable {

        private final Address address;
        private long held;

        private Share(Address address) {
            this.address = address;
        }

        /** Takes so many octets more, unless that is too much. */
        boolean take(long more) {
            boolean taken = HalfMails.this.take(address, more);
            held += taken ? more : 0;
            return taken;
        }

        /** Gives back what is held. */
        @Override
        public void close() {
            if (held > 0) {
                give(address, held);
                held = 0;
            }
        }
    }
}
