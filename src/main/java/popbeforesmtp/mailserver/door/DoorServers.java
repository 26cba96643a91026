package popbeforesmtp.mailserver.door;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import popbeforesmtp.eventlog.FaultLog;
import popbeforesmtp.mailserver.listen.Admission;
import popbeforesmtp.mailserver.listen.MailServers;
import popbeforesmtp.mailserver.listen.OpenPorts;
import popbeforesmtp.mailserver.mailbox.Hosts;
import popbeforesmtp.mailserver.mailbox.Limits;
import popbeforesmtp.mailserver.session.Desk;
import popbeforesmtp.mailserver.session.Role;
import popbeforesmtp.network.DirectCallers;

/**
 * The door: the same servers as one real POP3 and one real SMTP server, for whoever speaks to their ports. Callers are
 * known by their true addresses and share one world; who they are and what they write is not kept in its log. Safe for
 * any number of threads.
 */
public final class DoorServers implements AutoCloseable {

    private final Admission desk;
    private final OpenPorts ports;

    /**
     * The ports at which they listen.
     *
     * @param pop3 where mail is received
     * @param smtp where mail is sent
     */
    public record Ports(int pop3, int smtp) {}

    /**
     * Servers that are not yet listening, for the hosts of the door.
     *
     * @param hosts finds {@link DoorHosts#HOST} and those that its mail is for, all in {@link DoorHosts#WORLD}
     * @param limits the bounds, {@link Limits#atTheDoor}
     * @param faults where faults of ours are told
     */
    public DoorServers(Hosts hosts, Limits limits, FaultLog faults) {
        desk = new Admission(
                new DirectCallers(DoorHosts.WORLD, DoorHosts.HOST),
                new Desk(hosts, limits, new VisitorRedaction(), faults));
        ports = new OpenPorts(desk);
    }

    /**
     * Begins to listen. To be called once.
     *
     * @param bind the address of the interface, {@code 127.0.0.1}; {@code ::} for all of them
     * @param pop3 the port to receive at, 0 for any free one
     * @param smtp the port to send at, 0 for any free one
     * @throws IOException if one of them cannot be had; the message says which, and nothing is left open
     */
    public void start(String bind, int pop3, int smtp) throws IOException {
        InetAddress address = address(bind);
        Map<Role, InetSocketAddress> at = new EnumMap<>(Role.class);
        at.put(Role.POP3, new InetSocketAddress(address, pop3));
        at.put(Role.SMTP, new InetSocketAddress(address, smtp));
        ports.open(at);
    }

    private static InetAddress address(String bind) throws IOException {
        try {
            return InetAddress.getByName(bind);
        } catch (UnknownHostException e) {
            throw new IOException("cannot listen at " + bind + ": no such address", e);
        }
    }

    /** The ports; nothing while nobody listens. */
    public Optional<Ports> ports() {
        Optional<InetSocketAddress> smtp = ports.at(Role.SMTP);
        return ports.at(Role.POP3).flatMap(pop3 -> smtp.map(found -> new Ports(pop3.getPort(), found.getPort())));
    }

    /** How many sessions are open now. */
    public int connections() {
        return desk.sessions();
    }

    /** How many sessions there was no room for, since the start. */
    public int turnedAway() {
        return desk.turnedAway();
    }

    /** Ends the sessions and frees the ports as {@link MailServers#close} does. Once is enough. */
    @Override
    public void close() {
        ports.close();
    }
}
