package popbeforesmtp.mailserver.mailbox;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Every address has its own mailbox of each name, so that nobody finds one open that a stranger reads from. What is sent from an
 * address is found from that address. When all of them hold too much, everything goes that belongs to the address from which
 * nobody has called for longest and no session is open. Mailboxes that nobody receives from are one a name. Safe for any number
 * of threads.
 */
public final class OwnMailboxes implements Mailboxes {

    private static final long WEIGHT_OF_AN_ADDRESS = 500;
    private static final long WEIGHT_OF_A_MAILBOX = 200;

    private final String era;
    private final long most;
    private final long mostOfAnAddress;
    private final NamedMailboxes shared;
    private final Set<String> names = ConcurrentHashMap.newKeySet();
    /** The address that was silent longest first. */
    private final Map<InetAddress, Drawer> drawers = new LinkedHashMap<>(16, 0.75f, true);

    private long kept;
    private long made;

    /**
     * None.
     *
     * @param era what the unique ids of the mails begin with
     * @param most how many octets all of them hold at the most, roughly
     * @param mostOfAnAddress how many octets those of one address hold at the most, roughly
     */
    public OwnMailboxes(String era, long most, long mostOfAnAddress) {
        this.era = era;
        this.most = most;
        this.mostOfAnAddress = mostOfAnAddress;
        this.shared = new NamedMailboxes(era);
    }

    @Override
    public void add(String user, boolean forgets) {
        if (forgets) {
            shared.add(user, true);
        } else {
            names.add(user);
        }
    }

    @Override
    public boolean has(String user) {
        return names.contains(user) || shared.has(user);
    }

    @Override
    public Optional<Mailbox> of(String user, InetAddress caller) {
        return names.contains(user) ? Optional.of(own(user, caller)) : shared.of(user, caller);
    }

    private synchronized Mailbox own(String user, InetAddress caller) {
        Drawer drawer = drawers.get(caller);
        if (drawer == null) {
            makeRoom(WEIGHT_OF_AN_ADDRESS);
            drawer = new Drawer();
            drawers.put(caller, drawer);
            kept += WEIGHT_OF_AN_ADDRESS;
        }
        return drawer.mailbox(user);
    }

    /** Forgets addresses until so much more can be kept. False if all that could be forgotten was not enough. */
    private boolean makeRoom(long more) {
        Iterator<Drawer> silentLongest = drawers.values().iterator();
        while (kept + more > most && silentLongest.hasNext()) {
            Drawer drawer = silentLongest.next();
            if (drawer.holders == 0) {
                kept -= drawer.octets + WEIGHT_OF_AN_ADDRESS;
                drawer.forgotten = true;
                silentLongest.remove();
            }
        }
        return kept + more <= most;
    }

    @Override
    public long keptOctets() {
        synchronized (this) {
            return kept + shared.keptOctets();
        }
    }

    /** The mailboxes of one address. */
    private final class Drawer implements Room {

        private final Map<String, Mailbox> mailboxes = new HashMap<>();
        private long octets;
        private int holders;
        private boolean forgotten;

        private Mailbox mailbox(String user) {
            return mailboxes.computeIfAbsent(user, name -> {
                put(WEIGHT_OF_A_MAILBOX);
                return new Mailbox(false, era + ++made + ".", this);
            });
        }

        @Override
        public boolean take(long more) {
            synchronized (OwnMailboxes.this) {
                holders++;
                boolean fits = !forgotten && octets + more <= mostOfAnAddress && makeRoom(more);
                holders--;
                if (fits) {
                    put(more);
                }
                return fits;
            }
        }

        @Override
        public void put(long more) {
            synchronized (OwnMailboxes.this) {
                octets += more;
                kept += forgotten ? 0 : more;
            }
        }

        @Override
        public void give(long less) {
            put(-less);
        }

        @Override
        public void hold() {
            synchronized (OwnMailboxes.this) {
                holders++;
            }
        }

        @Override
        public void letGo() {
            synchronized (OwnMailboxes.this) {
                holders--;
            }
        }
    }
}
