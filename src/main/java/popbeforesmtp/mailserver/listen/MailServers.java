package popbeforesmtp.mailserver.listen;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import popbeforesmtp.eventlog.FaultLog;
import popbeforesmtp.mailserver.mailbox.Hosts;
import popbeforesmtp.mailserver.mailbox.Limits;
import popbeforesmtp.mailserver.session.Desk;
import popbeforesmtp.mailserver.session.LogRedaction;
import popbeforesmtp.mailserver.session.Role;
import popbeforesmtp.network.CallTable;
import popbeforesmtp.network.Listeners;

/**
 * The practice servers: one listener a role on the loopback interface, serving every host of every world. Who calls, and
 * for whom, is in the call table; a caller who is not in it is let go without a word. Safe for any number of threads.
 */
public final class MailServers implements Listeners, AutoCloseable {

    private final Admission desk;
    private final OpenPorts ports;

    /**
     * Servers that are not yet listening.
     *
     * @param hosts the hosts of all worlds
     * @param calls where the practice network notes its calls
     * @param limits the bounds
     * @param faults where faults of ours are told
     */
    public MailServers(Hosts hosts, CallTable calls, Limits limits, FaultLog faults) {
        desk = new Admission(calls, new Desk(hosts, limits, LogRedaction.NONE, faults));
        ports = new OpenPorts(desk);
    }

    /**
     * Begins to listen, on ports that are free. To be called once.
     *
     * @throws IOException if no port is to be had; nothing is left open then
     */
    public void start() throws IOException {
        Map<Role, InetSocketAddress> anywhere = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            anywhere.put(role, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        }
        ports.open(anywhere);
    }

    @Override
    public Optional<InetSocketAddress> at(int port) {
        return Role.at(port).flatMap(ports::at);
    }

    /** How many sessions are open now. */
    public int connections() {
        return desk.sessions();
    }

    /** How many sessions there was no room for, since the start. */
    public int turnedAway() {
        return desk.turnedAway();
    }

    /**
     * Ends the sessions with 421 or {@code -ERR}, frees the ports and waits for the sessions' end, three seconds at the
     * most. A mail that was answered 250 is in its mailbox. Once is enough.
     */
    @Override
    public void close() {
        ports.close();
    }
}
