package popbeforesmtp.mailserver.mailbox;

import java.util.Optional;
import popbeforesmtp.eventlog.WorldId;

/** Finds the virtual hosts of the worlds. */
@FunctionalInterface
public interface Hosts {

    /**
     * The host of a world. Asked at every accept, on the one thread that accepts, and at every delivery to another
     * host, on the session's thread: it must be quick and must not wait for whoever waits for a session.
     *
     * @param host a mail domain in lower case, {@code plala.example}; whatever a caller wrote after the {@code @}
     * @return nothing if the world or the host does not exist
     */
    Optional<MailHost> find(WorldId world, String host);
}
