package popbeforesmtp.lesson;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.Protocol;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.eventlog.Speaker;
import popbeforesmtp.network.Addresses;

/**
 * A dialogue as text, each line with the key of its meaning: {@code C: USER hanako -> talk.pop.user}. A mail on the wire is
 * {@code S: (mail) -> talk.letter}.
 */
public record Transcript(List<Event> events, List<String> keys) {

    public static final Instant AT = Instant.parse("2007-04-02T05:00:00Z");

    /** A dialogue with the receiving server of plala. */
    public static Transcript pop(String text) {
        return read(Protocol.POP3, "pop.plala.example", text);
    }

    /** A dialogue with the sending server of plala. */
    static Transcript smtp(String text) {
        return read(Protocol.SMTP, "smtp.plala.example", text);
    }

    private static Transcript read(Protocol protocol, String dialled, String text) {
        List<Event> events = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        events.add(new Event.SessionOpened(
                AT,
                1,
                SeatId.FIRST,
                protocol,
                new Event.Called(dialled, 25),
                "plala.example",
                Addresses.of("198.51.100.7")));
        keys.add(protocol == Protocol.POP3 ? "talk.session.pop" : "talk.session.smtp");
        text.lines().forEach(line -> {
            String[] parts = line.split(" +-> ", 2);
            Speaker speaker = parts[0].startsWith("C: ") ? Speaker.CLIENT : Speaker.SERVER;
            String said = parts[0].substring(3);
            events.add(
                    said.equals("(mail)")
                            ? new Event.Letter(AT, 1, speaker, 531, "")
                            : new Event.Said(AT, 1, speaker, said));
            keys.add(parts[1]);
        });
        return new Transcript(events, keys);
    }
}
