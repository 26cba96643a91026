package popbeforesmtp.mailserver.door;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import popbeforesmtp.eventlog.WorldId;
import popbeforesmtp.gate.HostRule;
import popbeforesmtp.gate.behaviour.RelayBehaviour;
import popbeforesmtp.gate.hosts.HostTable;
import popbeforesmtp.mailserver.mailbox.EventSink;
import popbeforesmtp.mailserver.mailbox.Hosts;
import popbeforesmtp.mailserver.mailbox.MailHost;
import popbeforesmtp.network.Subnet;

/**
 * The hosts behind the door: plala, where a log-in opens sending for five minutes and nobody is inside the provider's
 * network, and taro's host, so that there is somebody to write to. Mail for anybody else goes nowhere.
 */
public final class DoorHosts implements Hosts {

    /** The world that everybody at the door shares. */
    public static final WorldId WORLD = new WorldId("door");

    /** The host that answers. */
    public static final String HOST = HostTable.PLALA;

    /** The host of the only person outside. */
    public static final String FRIEND = HostTable.FRIEND;

    /** How long a log-in opens sending. */
    public static final Duration WINDOW = Duration.ofMinutes(5);

    private final MailHost plala;
    private final MailHost friend;

    /**
     * Hosts with empty mailboxes.
     *
     * @param clock the true time
     * @param witness is told everything
     * @param password that of hanako, who receives at the door
     */
    public DoorHosts(InstantSource clock, EventSink witness, String password) {
        plala = host(HOST, witness, clock);
        plala.addUser("hanako", password);
        friend = host(FRIEND, witness, clock);
        friend.addReader("taro");
    }

    private static MailHost host(String domain, EventSink witness, InstantSource clock) {
        boolean keepsList = HostTable.of(domain).keepsList();
        HostRule rule = new HostRule(domain, Subnet.NONE, keepsList, false);
        return new MailHost(rule, RelayBehaviour.plain(WINDOW), witness, clock, era(clock.instant()));
    }

    /** The beginning of the unique ids: mail programs remember those of another day, and numbers begin at 1 again. */
    private static String era(Instant opened) {
        return opened.getEpochSecond() + "." + opened.getNano() + ".";
    }

    @Override
    public Optional<MailHost> find(WorldId world, String host) {
        return Stream.of(plala, friend)
                .filter(found -> world.equals(WORLD) && found.domain().equals(host))
                .findFirst();
    }

    /** The host that answers: its gate has the list. */
    public MailHost plala() {
        return plala;
    }

    /** The host of taro. */
    public MailHost friend() {
        return friend;
    }

    /** How much memory the mails behind the door take, roughly. */
    public long keptOctets() {
        return plala.keptOctets() + friend.keptOctets();
    }
}
