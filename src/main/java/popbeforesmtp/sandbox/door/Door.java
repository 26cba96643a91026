package popbeforesmtp.sandbox.door;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import popbeforesmtp.eventlog.Excerpt;
import popbeforesmtp.eventlog.FaultLog;
import popbeforesmtp.mailserver.door.DoorHosts;
import popbeforesmtp.mailserver.door.DoorServers;
import popbeforesmtp.mailserver.door.PerAddressLogs;
import popbeforesmtp.mailserver.mailbox.Limits;
import popbeforesmtp.sandbox.hosts.SampleMail;
import popbeforesmtp.sandbox.press.Person;
import popbeforesmtp.sandbox.world.WorldView;
import popbeforesmtp.tls.PracticeCertificate;

/**
 * The door: real ports, at which any mail program may try what the lessons teach. True addresses, true time, one world
 * that everybody shares; mail for anybody stays inside. Safe for any number of threads.
 */
public final class Door implements AutoCloseable {

    /** The host that answers. */
    public static final String HOST = DoorHosts.HOST;

    /** The name of the only mailbox that can be received from. */
    public static final String USER = Person.HANAKO.user();

    /** Its password; it opens nothing else. */
    public static final String PASSWORD = SampleMail.PASSWORD;

    /** How long a log-in opens sending. */
    public static final Duration WINDOW = DoorHosts.WINDOW;

    /** How much is kept of what one address says: twice what a page shows. */
    private static final int EVENTS_OF_AN_ADDRESS = 250;

    /** How much is kept of what all of them say: a hundred lively ones, or the noisiest dozen. */
    private static final long OCTETS = 2 << 20;

    private final PerAddressLogs diaries;
    private final InstantSource clock;
    private final DoorHosts hosts;
    private final DoorServers servers;

    /** @param clock true time */
    public Door(InstantSource clock) {
        this.clock = clock;
        this.diaries = new PerAddressLogs(EVENTS_OF_AN_ADDRESS, OCTETS, clock.millis());
        this.hosts = new DoorHosts(clock, diaries, PASSWORD);
        this.servers = new DoorServers(hosts, Limits.atTheDoor(), new FaultLog(clock));
    }

    /**
     * Opens the door.
     *
     * @param bind the address of the interface
     * @param pop3 the port to receive at, 0 for any free one
     * @param smtp the port to send at, 0 for any free one
     * @throws IOException if one of them cannot be had; the message is one line that says which
     */
    public void open(String bind, int pop3, int smtp) throws IOException {
        servers.start(bind, pop3, smtp);
    }

    /** Where to receive; 0 while the door is closed. */
    public int pop3Port() {
        return servers.ports().map(DoorServers.Ports::pop3).orElse(0);
    }

    /** Where to send; 0 while the door is closed. */
    public int smtpPort() {
        return servers.ports().map(DoorServers.Ports::smtp).orElse(0);
    }

    /** The SHA-256 of the certificate that both ports show whoever asks for TLS. */
    public static String fingerprint() {
        return PracticeCertificate.fingerprint();
    }

    /** The true time. */
    public Instant now() {
        return clock.instant();
    }

    /** The row of one address in the list, live or expired; nothing about anybody else. */
    public List<WorldView.Row> rows(InetAddress own) {
        Instant now = now();
        return hosts.plala().gate().kept(now).stream()
                .filter(row -> row.listed().address().equals(own))
                .map(row -> new WorldView.Row(HOST, row, row.listed().left(now), false, Optional.empty()))
                .toList();
    }

    /** How many addresses are on the list now. */
    public long listed() {
        Instant now = now();
        return hosts.plala().gate().list().stream()
                .filter(row -> row.isLive(now))
                .count();
    }

    /**
     * What was said at the door from one address, as far as it is kept.
     *
     * @param position where an earlier excerpt ended, before a restart, too; 0 for all
     */
    public Excerpt talk(InetAddress own, long position) {
        return diaries.since(own, position);
    }

    /** The position after all that was said at the door, by anybody. */
    public long end() {
        return diaries.end();
    }

    /** How many sessions are open now. */
    public int connections() {
        return servers.connections();
    }

    /** How many sessions there was no room for, since the start. */
    public int turnedAway() {
        return servers.turnedAway();
    }

    /** Ends what is being said with 421 and lets the ports go. */
    @Override
    public void close() {
        servers.close();
    }
}
