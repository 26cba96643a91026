package popbeforesmtp.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.network.Place;

/** What belongs to one learner's chair while a world is played. One thread at a time. */
final class Seat {

    final SeatId id;
    final Console console = new Console();
    Place place;
    Options options;
    /** When the mail program will check by itself next; null if it does not. */
    @Nullable
    Instant nextCheck;
    /** How many presses were played at this seat. */
    int presses;
    /** The events of the latest dialogue. */
    List<Event> talk = List.of();

    /** What the press led to that caused it. */
    Optional<Result> talked = Optional.empty();

    Optional<Result> result = Optional.empty();

    Seat(SeatId id, SetUp setUp) {
        this.id = id;
        this.place = setUp.place();
        this.options = setUp.options();
    }

    Person person() {
        return Person.at(place);
    }
}
