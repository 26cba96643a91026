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
                    .or(() -> turnedAway(actor, desk, events))
                    .orElseGet(() -> FailureExplainer.busy(Outcome.RECEIVE_FAILED, desk, refused.reply(), events));
        }
        if (retrieval.ending() instanceof Ending.Lost) {
            return FailureExplainer.lost(desk);
        }
        return received(actor, desk, retrieval, events);
    }

    private static ExchangeResult received(Actor actor, Desk desk, Retrieval retrieval, List<Event> events) {
        List<Message> more = new ArrayList<>();
        Optional<Event.Listed> listed = FailureExplainer.first(events, Event.Listed.class);
        String unlisted = listed.isPresent() ? "" : ".unlisted";
        boolean finished = events.stream().anyMatch(FailureExplainer::isQuit);
        if (!finished) {
            more.add(Message.of("r.received.dropped" + unlisted));
        } else if (retrieval.mails() == 0) {
            more.add(Message.of("r.received.none" + unlisted));
        } else {
            more.add(Message.of("r.received.mails").with("n", retrieval.mails()));
        }
        return listed.map(row -> loggedIn(actor, desk, row, events, more))
                .orElseGet(() -> unlisted(desk, events, more));
    }

    /** A log-in by hand that the list knows nothing of. */
    public static ExchangeResult unlisted(Desk desk, List<Event> events) {
        return unlisted(desk, events, List.of());
    }

    private static ExchangeResult unlisted(Desk desk, List<Event> events, List<Message> more) {
        List<Message> messages = new ArrayList<>();
        Optional<Event.Logged> logged = FailureExplainer.first(events, Event.Logged.class);
        Optional<Event.Waited> waited = FailureExplainer.first(events, Event.Waited.class);
        messages.add(waited.map(late ->
                        Message.of("r.received.waited").with("n", late.time().toSeconds()))
                .orElseGet(() -> Message.of(logged.isPresent() ? "r.received.logged" : "r.received.unlisted")));
        messages.addAll(more);
        return new ExchangeResult(
                Outcome.RECEIVED,
                "+OK",
                Optional.empty(),
                logged.flatMap(line -> FailureExplainer.reply(events, line)).map(ExchangeResult.Key::of),
                desk,
                messages,
                List.of());
    }

    /**
     * A right password that came to nothing, because the mailbox cannot be opened or the caller's address is none that the list's
     * program can do with. He may be listed all the same.
     *
     * @return nothing if that did not happen
     */
    public static Optional<ExchangeResult> turnedAway(Actor actor, Desk desk, List<Event> events) {
        return first(events, Event.InUse.class, "r.inuse")
                .or(() -> first(events, Event.MailboxBroken.class, "r.broken"))
                .or(() -> first(events, Event.TurnedAway.class, "r.sixth.nologin"))
                .map(why -> turnedAway(actor, desk, why, events));
    }

    private record Why(Event event, String key) {}

    private static Optional<Why> first(List<Event> events, Class<? extends Event> kind, String key) {
        return FailureExplainer.first(events, kind).map(event -> new Why(event, key));
    }

    private static ExchangeResult turnedAway(Actor actor, Desk desk, Why why, List<Event> events) {
        Optional<Event.Listed> listed = FailureExplainer.first(events, Event.Listed.class);
        List<Message> messages = new ArrayList<>(List.of(Message.of(why.key)));
        if (listed.isPresent()) {
            messages.add(Message.of("r.inuse.listed"));
        } else if (FailureExplainer.first(events, Event.Logged.class).isPresent()) {
            messages.add(Message.of("r.inuse.logged"));
        }
        return new ExchangeResult(
                Outcome.RECEIVE_FAILED,
                "-ERR",
                Optional.empty(),
                FailureExplainer.reply(events, why.event)
                        .map(line ->
                                listed.map(row -> key(actor, line, row)).orElseGet(() -> ExchangeResult.Key.of(line))),
                desk,
                messages,
                List.of());
    }

    private static ExchangeResult.Key key(Actor actor, Event line, Event.Listed listed) {
        return new ExchangeResult.Key(
                line,
                Optional.of(new ExchangeResult.Row(listed.host(), listed.address())),
                Optional.of(new Writer(actor.seat(), actor.person(), true)),
                List.of());
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
        return new ExchangeResult(
                Outcome.RECEIVED,
                "+OK",
                Optional.empty(),
                FailureExplainer.reply(events, listed).map(line -> key(actor, line, listed)),
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
