package popbeforesmtp.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.mailclient.Ending;
import popbeforesmtp.mailclient.Retrieval;

/** Turns what a receiving led to into words for people: pure functions over the events of its session. */
final class Receivings {

    private Receivings() {}

    static Half half(Person person, Retrieval retrieval, List<Event> events) {
        if (retrieval.ending() instanceof Ending.NotConnected not) {
            return Failures.notConnected(not, events);
        }
        if (retrieval.ending() instanceof Ending.Refused refused) {
            return refused(person, refused, events);
        }
        if (retrieval.ending() instanceof Ending.Lost) {
            return Failures.lost();
        }
        return received(retrieval, events);
    }

    private static Half received(Retrieval retrieval, List<Event> events) {
        List<Telling> more = new ArrayList<>();
        boolean finished = events.stream().anyMatch(Failures::isQuit);
        if (!finished) {
            more.add(Telling.of("r.received.dropped"));
        } else if (retrieval.mails() == 0) {
            more.add(Telling.of("r.received.none"));
        } else {
            more.add(Telling.of("r.received.mails").with("n", retrieval.mails()));
        }
        return Failures.first(events, Event.Listed.class)
                .map(listed -> loggedIn(listed, events).telling(more))
                .orElse(new Half(Outcome.RECEIVED, "+OK", Optional.empty(), more, List.of(), Optional.empty()));
    }

    /** A log-in that was written into the list. */
    static Half loggedIn(Event.Listed listed, List<Event> events) {
        Telling received = Telling.of("r.received")
                .with("ip", listed.address())
                .with("host", listed.host())
                .with("time", listed.until());
        Optional<Result.Row> row = Optional.of(new Result.Row(listed.host(), listed.address()));
        return new Half(
                Outcome.RECEIVED,
                "+OK",
                Optional.empty(),
                List.of(received),
                List.of(),
                Failures.reply(events, listed).map(line -> new Result.Key(line, row)));
    }

    private static Half refused(Person person, Ending.Refused refused, List<Event> events) {
        return Failures.first(events, Event.LogInRefused.class)
                .map(logIn -> logInRefused(person, logIn, events))
                .orElseGet(() -> Failures.busy(Outcome.RECEIVE_FAILED, refused.reply(), events));
    }

    /** A log-in that the server did not accept. */
    static Half logInRefused(Person person, Event.LogInRefused logIn, List<Event> events) {
        return new Half(
                Outcome.RECEIVE_FAILED,
                "-ERR",
                Optional.of(logIn.reason()),
                List.of(Telling.of(person.hasAccount() ? "r.badpass" : "r.noaccount")),
                List.of(),
                Failures.reply(events, logIn).map(line -> new Result.Key(line, Optional.empty())));
    }
}
