package popbeforesmtp.sandbox.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.Protocol;
import popbeforesmtp.mailclient.Ending;
import popbeforesmtp.mailclient.Submission;
import popbeforesmtp.sandbox.explain.ExchangeResult.Desk;
import popbeforesmtp.sandbox.explain.ExchangeResult.RecipientResult;
import popbeforesmtp.sandbox.explain.History.Actor;
import popbeforesmtp.sandbox.press.Person;

/** Turns what a sending led to into words for people, with the history of the one who sent. */
public final class SendingExplainer {

    private final History history;
    private final Actor actor;
    private final Desk desk;

    /** @param desk the server that was called */
    public SendingExplainer(History history, Actor actor, Desk desk) {
        this.history = history;
        this.actor = actor;
        this.desk = desk;
    }

    /** A recipient's decision, the reply that told it, and its reason for people. */
    public record Judged(Event.Decided decided, Event.Said line, History.Finding finding) {

        /** Whether the recipient was taken. */
        public boolean isTaken() {
            return decided.reason().accepts();
        }
    }

    /** What a mail program's sending led to; the events are those of the sending, all of them. */
    public ExchangeResult explain(Submission submission, List<Event> events) {
        if (submission.ending() instanceof Ending.NotConnected not) {
            return FailureExplainer.notConnected(Protocol.SMTP, desk.dialled(), not, events);
        }
        if (submission.ending() instanceof Ending.Lost) {
            return FailureExplainer.lost(desk);
        }
        List<Judged> judged = judged(events);
        Optional<Judged> taken = judged.stream().filter(Judged::isTaken).findFirst();
        Optional<Event.LogInRefused> logIn = FailureExplainer.first(events, Event.LogInRefused.class);
        if (submission.ending() instanceof Ending.Refused refused) {
            Optional<Event.TurnedAway> away = FailureExplainer.first(events, Event.TurnedAway.class);
            if (away.isPresent()) {
                return turnedAway(away.get(), refused.reply().code(), events);
            }
            if (logIn.isPresent()) {
                return logInRefused(logIn.get(), refused.reply().code(), events);
            }
            return taken.isPresent() || judged.isEmpty()
                    ? FailureExplainer.busy(Outcome.REFUSED, desk, refused.reply(), events)
                    : judged(Outcome.REFUSED, judged.get(0), judged);
        }
        return judged(Outcome.SENT, taken.orElseThrow(), judged);
    }

    /** The server could not do with the caller's address, and said so in place of its greeting. */
    public ExchangeResult turnedAway(Event.TurnedAway away, String code, List<Event> events) {
        return new ExchangeResult(
                Outcome.REFUSED,
                code,
                Optional.empty(),
                FailureExplainer.reply(events, away).map(ExchangeResult.Key::of),
                desk,
                List.of(Message.of("r.sixth.nogreeting")),
                List.of());
    }

    /** The server wanted a name and a password, or did not accept them. */
    public ExchangeResult logInRefused(Event.LogInRefused logIn, String code, List<Event> events) {
        String key = switch (logIn.reason()) {
            case AUTH_REQUIRED -> "r.auth.required";
            case ENCRYPTION_REQUIRED -> "r.tls.required";
            default -> actor.person().hasAccount() ? "r.auth.bad" : "r.auth.noaccount";
        };
        return new ExchangeResult(
                Outcome.REFUSED,
                code,
                Optional.of(logIn.reason()),
                FailureExplainer.reply(events, logIn).map(ExchangeResult.Key::of),
                desk,
                List.of(Message.of(key)),
                List.of());
    }

    /** All decisions in these events, with the replies that told them. */
    public List<Judged> judged(List<Event> events) {
        List<Judged> judged = new ArrayList<>();
        for (Event event : events) {
            if (event instanceof Event.Decided decided) {
                FailureExplainer.reply(events, decided)
                        .ifPresent(line -> judged.add(new Judged(decided, line, history.find(actor, decided))));
            }
        }
        return judged;
    }

    /** What one recipient's decision led to, typed by hand. */
    public ExchangeResult typed(Outcome outcome, Judged deciding) {
        return judged(outcome, deciding, List.of(deciding));
    }

    private ExchangeResult judged(Outcome outcome, Judged deciding, List<Judged> judged) {
        List<Message> messages = new ArrayList<>(messages(deciding));
        if (deciding.isTaken() && isInAnothersName(deciding.decided.sender())) {
            messages.add(Message.of("r.spoofed"));
        }
        List<RecipientResult> recipients = List.of();
        if (judged.size() > 1) {
            long taken = judged.stream().filter(Judged::isTaken).count();
            if (taken > 0 && taken < judged.size()) {
                messages.add(Message.of("r.part").with("accepted", taken).with("all", judged.size()));
            }
            recipients = judged.stream()
                    .map(each -> new RecipientResult(each.decided.recipient(), each.line.line(), each.finding.reason()))
                    .toList();
        }
        return new ExchangeResult(
                outcome,
                deciding.line.line().substring(0, 3),
                Optional.of(deciding.finding.reason()),
                Optional.of(key(deciding)),
                desk,
                messages,
                recipients);
    }

    /** Whether a mail claims to come from somebody else than who sends it. The empty sender claims nothing. */
    private boolean isInAnothersName(String sender) {
        return !sender.isEmpty()
                && !sender.toLowerCase(Locale.ROOT)
                        .startsWith(actor.person().user(actor.seat().number()) + "@");
    }

    private ExchangeResult.Key key(Judged deciding) {
        Optional<History.Written> row = deciding.finding.row();
        return new ExchangeResult.Key(
                deciding.line,
                row.map(History.Written::row),
                row.map(written -> written.writer(actor)),
                deciding.decided.verdict().walked());
    }

    private List<Message> messages(Judged judged) {
        if (!judged.isTaken() && desk.isElsewhere()) {
            return List.of(Message.of("r.town")
                    .with("host", desk.answered().orElse(""))
                    .with("wanted", desk.dialled()));
        }
        return switch (judged.finding.reason()) {
            case LOCAL_RECIPIENT -> List.of(Message.of("r.sent.local"));
            case OWN_NETWORK -> List.of(Message.of("r.sent.own"));
            case OPEN_RELAY -> List.of(Message.of("r.sent.open"));
            case AUTHENTICATED -> List.of(Message.of("r.sent.auth"));
            case LISTED -> List.of(listed(judged.finding));
            case EXPIRED -> expired(judged);
            case ADDRESS_CHANGED ->
                List.of(Message.of("r.moved").with("a", row(judged).address()).with("b", judged.decided.from()));
            case OTHER_DOOR ->
                List.of(
                        Message.of("r.otherdoor"),
                        Message.of("r.otherdoor.hosts")
                                .with("here", judged.decided.host())
                                .with("there", row(judged).host()));
            case TOO_EARLY -> List.of(Message.of("r.tooearly"));
            case LOOKED_BEFORE -> List.of(Message.of("r.lookedbefore"));
            case OUTSIDER -> List.of(Message.of("r.outsider"));
            case UNKNOWN_RECIPIENT -> List.of(Message.of("r.nouser"));
            case NOT_LISTED ->
                List.of(Message.of(actor.person().hasAccount() ? "r.notlisted" : "r.notlisted.noaccount"));
            default -> throw new IllegalStateException("no gate says " + judged.finding.reason());
        };
    }

    private Message listed(History.Finding finding) {
        Optional<History.Written> others =
                finding.row().filter(row -> !row.actor().equals(actor));
        if (others.isEmpty()) {
            return Message.of("r.sent.listed");
        }
        if (actor.person() == Person.SEKI) {
            return Message.of("r.neighbour.seat")
                    .with("n", others.get().actor().seat().number());
        }
        return Message.of(actor.person() == Person.SABURO ? "r.nextcaller" : "r.neighbour");
    }

    private List<Message> expired(Judged judged) {
        History.Written row = row(judged);
        Message since = Message.of("r.expired.since").with("time", row.until());
        if (actor.person() == Person.SEKI && !row.actor().equals(actor)) {
            return List.of(
                    Message.of("r.expired.seat")
                            .with("n", row.actor().seat().number())
                            .with("time", row.at()),
                    since);
        }
        return actor.person().hasAccount()
                ? List.of(
                        Message.of("r.expired")
                                .with("n", row.window().toMinutes())
                                .with("time", row.at()),
                        since)
                : List.of(Message.of("r.notlisted.noaccount"), since);
    }

    private static History.Written row(Judged judged) {
        return judged.finding.row().orElseThrow();
    }
}
