package popbeforesmtp.mailserver.door;

import java.net.InetAddress;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.EventLog;
import popbeforesmtp.eventlog.Excerpt;
import popbeforesmtp.mailserver.mailbox.EventSink;

/**
 * A bounded log for each address that calls: whoever talks a lot loses the beginning of his own, and nobody else's.
 * When all of them take too much, the log goes whose address has been silent longest. Safe for any number of threads.
 */
public final class PerAddressLogs implements EventSink {

    /** What a log takes besides its events, and the place of an event in it. */
    private static final int WEIGHT_OF_A_DIARY = 1_000;

    private final int events;
    private final long octets;
    private final Map<InetAddress, EventLog> logs = new LinkedHashMap<>(16, 0.75f, true);
    private long kept;
    private long end;

    /**
     * Empty ones.
     *
     * @param events how many events of one address are kept at the most
     * @param octets how much memory all of them take at the most, roughly; room for the events of one address
     * @param begin the position of the first event, beyond every one that was told before, also by another process
     */
    public PerAddressLogs(int events, long octets, long begin) {
        this.events = events;
        this.octets = octets;
        this.end = begin;
    }

    @Override
    public synchronized void saw(InetAddress from, Event event) {
        EventLog log = logs.get(from);
        if (log == null) {
            log = new EventLog(events, end);
            logs.put(from, log);
            kept += WEIGHT_OF_A_DIARY;
        }
        long before = log.keptOctets();
        log.append(event);
        kept += log.keptOctets() - before;
        end++;
        forget();
    }

    private void forget() {
        Iterator<EventLog> silentLongest = logs.values().iterator();
        while (kept > octets && logs.size() > 1) {
            kept -= silentLongest.next().keptOctets() + WEIGHT_OF_A_DIARY;
            silentLongest.remove();
        }
    }

    /**
     * What is kept of one address.
     *
     * @param position where an earlier excerpt ended, or 0 for all; what has never been the end of one is 0
     */
    public synchronized Excerpt since(InetAddress from, long position) {
        EventLog log = logs.get(from);
        return log == null ? new Excerpt(List.of(), end) : log.since(position > end ? 0 : position);
    }

    /** The position after the newest event of all; grows with every one. */
    public synchronized long end() {
        return end;
    }

    /** How much memory is taken, roughly. */
    public synchronized long keptOctets() {
        return kept;
    }
}
