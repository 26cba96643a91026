package popbeforesmtp.eventlog;

import java.util.List;

/**
 * Some events of a log, the oldest first, and where they end.
 *
 * @param end the position after the last one, from which to read on
 */
public record Excerpt(List<Event> events, long end) {}
