package popbeforesmtp.mailserver.door;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import popbeforesmtp.eventlog.WorldId;
import popbeforesmtp.gate.HostRule;
import popbeforesmtp.gate.behaviour.RelayBehaviour;
import popbeforesmtp.gate.hosts.HostTable;
import popbeforesmtp.mailserver.mailbox.EventSink;
import popbeforesmtp.mailserver.mailbox.Hosts;
import popbeforesmtp.mailserver.mailbox.MailHost;
import popbeforesmtp.mailserver.mailbox.Mailboxes;
import popbeforesmtp.mailserver.mailbox.NamedMailboxes;
import popbeforesmtp.mailserver.mailbox.OwnMailboxes;
import popbeforesmtp.mailserver.mailbox.Sealing;
import popbeforesmtp.network.Subnet;

/**
 * The hosts behind the door: plala, where a log-in opens sending for five minutes and nobody is inside the provider's
 * network, and taro's host, so that there is somebody to write to. Mail for anybody else goes nowhere. Every address has
 * mailboxes of its own at plala: one of hanako, and sixty more, for a class behind one router.
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

    private static final String HANAKO = "hanako";
    private static final int SEATS = 60;

    /** What the mailboxes at plala hold at the most, and those of one address. */
    private static final long ALL_OCTETS = 6 << 20;

    private static final long OCTETS_OF_AN_ADDRESS = 1 << 20;

    private final MailHost plala;
    private final MailHost friend;

    /**
     * Hosts with empty mailboxes.
     *
     * @param clock the true time
     * @param witness is told everything
     * @param password that of all who receive at the door
     */
    public DoorHosts(InstantSource clock, EventSink witness, String password) {
        String era = era(clock.instant());
        plala = host(HOST, witness, clock, new OwnMailboxes(era, ALL_OCTETS, OCTETS_OF_AN_ADDRESS));
        users().forEach(user -> plala.addUser(user, password));
        friend = host(FRIEND, witness, clock, new NamedMailboxes(era));
        friend.addReader("taro");
    }

    private static MailHost host(String domain, EventSink witness, InstantSource clock, Mailboxes mailboxes) {
        boolean keepsList = HostTable.of(domain).keepsList();
        HostRule rule = new HostRule(domain, Subnet.NONE, keepsList, false);
        return new MailHost(rule, RelayBehaviour.plain(WINDOW), witness, clock, mailboxes, Sealing.FOR_ALL);
    }

    /** hanako, and {@code hanako01} to {@code hanako60}. */
    private static Set<String> users() {
        return Stream.concat(
                        Stream.of(HANAKO),
                        IntStream.rangeClosed(1, SEATS).mapToObj(seat -> HANAKO + seat / 10 + seat % 10))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The beginning of the unique ids: mail programs remember those of another day, and numbers begin at 1 again. */
    private static String era(Instant opened) {
        return opened.getEpochSecond() + "." + opened.getNano() + ".";
    }

    @Override
    public Optional<MailHost> find(WorldId world, String host) {
        if (!world.equals(WORLD)) {
            return Optional.empty();
        }
        return switch (host) {
            case HOST -> Optional.of(plala);
            case FRIEND -> Optional.of(friend);
            default -> Optional.empty();
        };
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
