package popbeforesmtp.sandbox.explain;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something to be told to a person: the key of a message and its values, never rendered text. Whoever renders it gives
 * addresses, instants, durations, numbers and texts the form that the reader's language wants.
 *
 * @param key a key of {@code messages.properties}
 * @param values the values by the names of their places in the message: {@link java.net.InetAddress}, {@link
 *     java.time.Instant}, {@link Integer}, {@link Long}, {@link String}
 */
public record Message(String key, Map<String, Object> values) {

    /** Keeps the values as they are now. */
    public Message {
        values = Map.copyOf(values);
    }

    /** A message without values. */
    public static Message of(String key) {
        return new Message(key, Map.of());
    }

    /** The same message with one more value. */
    public Message with(String name, Object value) {
        if (values.isEmpty()) {
            return new Message(key, Map.of(name, value));
        }
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Message(key, more);
    }
}
