package popbeforesmtp.sandbox.hosts;

import popbeforesmtp.gate.HostRule;
import popbeforesmtp.gate.behaviour.RelayBehaviour;

/** What somebody lays down for the hosts of one world, in place of what usually holds there. */
public interface LaidDown {

    /** As usual. */
    LaidDown USUAL = new LaidDown() {};

    /** How the list of a host is kept. */
    default RelayBehaviour behaviour(String domain, RelayBehaviour usual) {
        return usual;
    }

    /** What the gate of a host goes by. */
    default HostRule rule(String domain, HostRule usual) {
        return usual;
    }
}
