package popbeforesmtp.mailserver.mailbox;

import java.net.InetAddress;
import popbeforesmtp.eventlog.Event;

/** Is told what is said and done in the sessions at a host. */
@FunctionalInterface
public interface EventSink {

    /**
     * Something has happened. Told on the session's thread, which must not wait.
     *
     * @param from the caller of the session that it happened in
     */
    void saw(InetAddress from, Event event);
}
