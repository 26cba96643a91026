package popbeforesmtp.sandbox.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.Reason;
import popbeforesmtp.mailclient.Ending;
import popbeforesmtp.mailclient.Reply;
import popbeforesmtp.mailclient.Submission;
import popbeforesmtp.network.Place;
import popbeforesmtp.sandbox.press.Person;

/** Turns what a sending led to into words for people, with the history of the person who sent. */
public final class SendingExplainer {

    private final History history;
    private final Person person;
    private final Place place;
    private final List<Event> events;

    /** @param events what was logged during the sending */
    public SendingExplainer(History history, Person person, Place place, List<Event> events) {
        this.history = history;
        this.person = person;
        this.place = place;
        this.events = events;
    }

    public ExchangeResult half(Submission submission) {
        if (submission.ending() instanceof Ending.NotConnected not) {
            return FailureExplainer.notConnected(not, events);
        }
        if (submission.ending() instanceof Ending.Lost) {
            return FailureExplainer.lost();
        }
        List<Judged> judged = judged(submission);
        Optional<Judged> taken =
                judged.stream().filter(each -> each.decided.reason().accepts()).findFirst();
        Optional<Event.LogInRefused> logIn = FailureExplainer.first(events, Event.LogInRefused.class);
        if (submission.ending() instanceof Ending.Refused refused && logIn.isPresent()) {
            return logInRefused(logIn.get(), refused.reply());
        }
        if (submission.ending() instanceof Ending.Refused refused) {
            return taken.isPresent() || judged.isEmpty()
                    ? FailureExplainer.busy(Outcome.REFUSED, refused.reply(), events)
                    : half(Outcome.REFUSED, judged.get(0), judged);
        }
        return half(Outcome.SENT, taken.orElseThrow(), judged);
    }

    /** The server wanted a name and a password, or did not accept them. */
    public ExchangeResult logInRefused(Event.LogInRefused logIn, Reply reply) {
        String key = logIn.reason() == Reason.AUTH_REQUIRED
                ? "r.auth.required"
                : person.hasAccount() ? "r.auth.bad" : "r.auth.noaccount";
        return new ExchangeResult(
                Outcome.REFUSED,
                reply.code(),
                Optional.of(logIn.reason()),
                List.of(Message.of(key)),
                List.of(),
                FailureExplainer.reply(events, logIn).map(line -> new Result.Key(line, Optional.empty())));
    }

    /** What one recipient's decision led to, typed by hand. */
    public Optional<ExchangeResult> typed(Event.Decided decided, Outcome outcome) {
        return FailureExplainer.reply(events, decided).map(line -> {
            Judged judged = new Judged(decided, line, history.find(person, decided));
            return half(outcome, judged, List.of(judged));
        });
    }

    private ExchangeResult half(Outcome outcome, Judged deciding, List<Judged> judged) {
        List<Message> tellings = new ArrayList<>(tellings(deciding));
        List<Result.RecipientResult> recipients = List.of();
        if (judged.size() > 1) {
            long taken = judged.stream()
                    .filter(each -> each.decided.reason().accepts())
                    .count();
            if (taken > 0 && taken < judged.size()) {
                tellings.add(Message.of("r.part").with("accepted", taken).with("all", judged.size()));
            }
            recipients = judged.stream()
                    .map(each -> new Result.RecipientResult(
                            each.decided.recipient(), each.line.line(), each.finding.reason()))
                    .toList();
        }
        return new ExchangeResult(
                outcome,
                deciding.line.line().substring(0, 3),
                Optional.of(deciding.finding.reason()),
                tellings,
                recipients,
                Optional.of(new Result.Key(
                        deciding.line, deciding.finding.row().map(row -> new Result.Row(row.host(), row.address())))));
    }

    /** A recipient's decision, the reply that told it, and its reason for people. */
    private record Judged(Event.Decided decided, Event.Said line, History.Finding finding) {}

    private List<Judged> judged(Submission submission) {
        List<Judged> judged = new ArrayList<>();
        for (Event event : events) {
            if (event instanceof Event.Decided decided
                    && judged.size() < submission.recipients().size()) {
                FailureExplainer.reply(events, decided)
                        .ifPresent(line -> judged.add(new Judged(decided, line, history.find(person, decided))));
            }
        }
        return judged;
    }

    private List<Message> tellings(Judged judged) {
        String host = judged.decided.host();
        String answered = "smtp." + host;
        String wanted = FailureExplainer.first(events, Event.SessionOpened.class)
                .map(Event.SessionOpened::dialled)
                .orElse(answered);
        if (!judged.decided.reason().accepts() && !wanted.equalsIgnoreCase(answered)) {
            return List.of(Message.of("r.town").with("host", answered).with("wanted", wanted));
        }
        return switch (judged.finding.reason()) {
            case LOCAL_RECIPIENT -> List.of(Message.of("r.sent.local"));
            case OWN_NETWORK -> List.of(Message.of("r.sent.own"));
            case OPEN_RELAY -> List.of(Message.of("r.sent.open"));
            case AUTHENTICATED -> List.of(Message.of("r.sent.auth"));
            case LISTED -> List.of(Message.of(listed(judged.finding)));
            case EXPIRED -> expired(judged);
            case ADDRESS_CHANGED ->
                List.of(Message.of("r.moved").with("a", row(judged).address()).with("b", judged.decided.from()));
            case OTHER_DOOR ->
                List.of(
                        Message.of("r.otherdoor"),
                        Message.of("r.otherdoor.hosts")
                                .with("here", host)
                                .with("there", row(judged).host()));
            case OUTSIDER -> List.of(Message.of("r.outsider"));
            case UNKNOWN_RECIPIENT -> List.of(Message.of("r.nouser"));
            case NOT_LISTED -> List.of(Message.of(person.hasAccount() ? "r.notlisted" : "r.notlisted.noaccount"));
            default -> throw new IllegalStateException("no gate says " + judged.finding.reason());
        };
    }

    private String listed(History.Finding finding) {
        boolean own = finding.row().map(row -> row.person() == person).orElse(true);
        if (own) {
            return "r.sent.listed";
        }
        return place == Place.NEXT_CALLER ? "r.nextcaller" : "r.neighbour";
    }

    private List<Message> expired(Judged judged) {
        History.Written row = row(judged);
        Message since = Message.of("r.expired.since").with("time", row.until());
        return person.hasAccount()
                ? List.of(Message.of("r.expired").with("n", row.window().toMinutes()), since)
                : List.of(Message.of("r.notlisted.noaccount"), since);
    }

    private static History.Written row(Judged judged) {
        return judged.finding.row().orElseThrow();
    }
}
