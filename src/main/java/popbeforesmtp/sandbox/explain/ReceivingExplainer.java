package popbeforesmtp.sandbox.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.mailclient.Ending;
import popbeforesmtp.mailclient.Retrieval;
import popbeforesmtp.sandbox.press.Person;

/** Turns what a receiving led to into words for people: pure functions over the events of its session. */
public final class ReceivingExplainer {

    private ReceivingExplainer() {}

    public static ExchangeResult half(Person person, Retrieval retrieval, List<Event> events) {
        if (retrieval.ending() instanceof Ending.NotConnected not) {
            return FailureExplainer.notConnected(not, events);
        }
        if (retrieval.ending() instanceof Ending.Refused refused) {
            return refused(person, refused, events);
        }
        if (retrieval.ending() instanceof Ending.Lost) {
            return FailureExplainer.lost();
        }
        return received(retrieval, events);
    }

    private static ExchangeResult received(Retrieval retrieval, List<Event> events) {
        List<Message> more = new ArrayList<>();
        boolean finished = events.stream().anyMatch(FailureExplainer::isQuit);
        if (!finished) {
            more.add(Message.of("r.received.dropped"));
        } else if (retrieval.mails() == 0) {
            more.add(Message.of("r.received.none"));
        } else {
            more.add(Message.of("r.received.mails").with("n", retrieval.mails()));
        }
        return FailureExplainer.first(events, Event.Listed.class)
                .map(listed -> loggedIn(listed, events).telling(more))
                .orElse(new ExchangeResult(
                        Outcome.RECEIVED, "+OK", Optional.empty(), more, List.of(), Optional.empty()));
    }

    /** A log-in that was written into the list. */
    public static ExchangeResult loggedIn(Event.Listed listed, List<Event> events) {
        Message received = Message.of("r.received")
                .with("ip", listed.address())
                .with("host", listed.host())
                .with("time", listed.until());
        Optional<Result.Row> row = Optional.of(new Result.Row(listed.host(), listed.address()));
        return new ExchangeResult(
                Outcome.RECEIVED,
                "+OK",
                Optional.empty(),
                List.of(received),
                List.of(),
                FailureExplainer.reply(events, listed).map(line -> new Result.Key(line, row)));
    }

    private static ExchangeResult refused(Person person, Ending.Refused refused, List<Event> events) {
        return FailureExplainer.first(events, Event.LogInRefused.class)
                .map(logIn -> logInRefused(person, logIn, events))
                .orElseGet(() -> FailureExplainer.busy(Outcome.RECEIVE_FAILED, refused.reply(), events));
    }

    /** A log-in that the server did not accept. */
    public static ExchangeResult logInRefused(Person person, Event.LogInRefused logIn, List<Event> events) {
        return new ExchangeResult(
                Outcome.RECEIVE_FAILED,
                "-ERR",
                Optional.of(logIn.reason()),
                List.of(Message.of(person.hasAccount() ? "r.badpass" : "r.noaccount")),
                List.of(),
                FailureExplainer.reply(events, logIn).map(line -> new Result.Key(line, Optional.empty())));
    }
}
