package popbeforesmtp.network;

import java.util.Arrays;
import java.util.Optional;

/** What the community centre's network does with calls. */
public enum CentreNetwork {
    /** Everything passes. */
    NORMAL("normal"),
    /** Calls to port 25 vanish; 110 and 587 pass. */
    PORT_25_CLOSED("25-closed"),
    /** Calls to port 25 are answered by the town's own server; 110 and 587 pass. */
    PORT_25_TO_TOWN("25-to-town"),
    /** No name is known: only the web works here. */
    WEB_ONLY("web-only"),
    /** Port 110 leaves by the first exit, every other port by the second. */
    TWO_EXITS("two-exits"),
    /** Everything passes over IPv6: each seat shows an address of its own. */
    IPV6("ipv6");

    private final String id;

    CentreNetwork(String id) {
        this.id = id;
    }

    /** The name in links and forms: {@code 25-closed}. */
    public String id() {
        return id;
    }

    /** The network of that name, or nothing. */
    public static Optional<CentreNetwork> of(String id) {
        return Arrays.stream(values()).filter(network -> network.id.equals(id)).findFirst();
    }
}
