package popbeforesmtp.sandbox.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.Protocol;
import popbeforesmtp.mailclient.Ending;
import popbeforesmtp.mailclient.Retrieval;
import popbeforesmtp.sandbox.explain.ExchangeResult.Desk;
import popbeforesmtp.sandbox.explain.ExchangeResult.Writer;
import popbeforesmtp.sandbox.explain.History.Actor;

/** Turns what a receiving led to into words for people: pure functions over the events of its session. */
public final class ReceivingExplainer {

    private ReceivingExplainer() {}

    /**
     * What a mail program's receiving led to.
     *
     * @param dialled the name that was called
     */
    public static ExchangeResult explain(Actor actor, String dialled, Retrieval retrieval, List<Event> events) {
        Desk desk = FailureExplainer.desk(Protocol.POP3, dialled, events);
        if (retrieval.ending() instanceof Ending.NotConnected not) {
            return FailureExplainer.notConnected(Protocol.POP3, dialled, not, events);
        }
        if (retrieval.ending() instanceof Ending.Refused refused) {
            return FailureExplainer.first(events, Event.LogInRefused.class)
                    .map(logIn -> logInRefused(actor, desk, logIn, events))
                    .orElseGet(() -> FailureExplainer.busy(Outcome.RECEIVE_FAILED, desk, refused.reply(), events));
        }
        if (retrieval.ending() instanceof Ending.Lost) {
            return FailureExplainer.lost(desk);
        }
        return received(actor, desk, retrieval, events);
    }

    private static ExchangeResult received(Actor actor, Desk desk, Retrieval retrieval, List<Event> events) {
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
                .map(listed -> loggedIn(actor, desk, listed, events, more))
                .orElse(new ExchangeResult(
                        Outcome.RECEIVED, "+OK", Optional.empty(), Optional.empty(), desk, more, List.of()));
    }

    /** A log-in by hand that was written into the list. */
    public static ExchangeResult loggedIn(Actor actor, Desk desk, Event.Listed listed, List<Event> events) {
        return loggedIn(actor, desk, listed, events, List.of());
    }

    private static ExchangeResult loggedIn(
            Actor actor, Desk desk, Event.Listed listed, List<Event> events, List<Message> more) {
        List<Message> messages = new ArrayList<>();
        messages.add(Message.of("r.received")
                .with("ip", listed.address())
                .with("host", listed.host())
                .with("time", listed.until()));
        messages.addAll(more);
        Optional<ExchangeResult.Row> row = Optional.of(new ExchangeResult.Row(listed.host(), listed.address()));
        Optional<Writer> writer = Optional.of(new Writer(actor.seat(), actor.person(), true));
        return new ExchangeResult(
                Outcome.RECEIVED,
                "+OK",
                Optional.empty(),
                FailureExplainer.reply(events, listed).map(line -> new ExchangeResult.Key(line, row, writer)),
                desk,
                messages,
                List.of());
    }

    /** A log-in that the server did not accept. */
    public static ExchangeResult logInRefused(Actor actor, Desk desk, Event.LogInRefused logIn, List<Event> events) {
        return new ExchangeResult(
                Outcome.RECEIVE_FAILED,
                "-ERR",
                Optional.of(logIn.reason()),
                FailureExplainer.reply(events, logIn).map(ExchangeResult.Key::of),
                desk,
                List.of(Message.of(actor.person().hasAccount() ? "r.badpass" : "r.noaccount")),
                List.of());
    }
}
