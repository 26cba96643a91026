package popbeforesmtp.sandbox.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.Protocol;
import popbeforesmtp.eventlog.Reason;
import popbeforesmtp.mailclient.Account;
import popbeforesmtp.mailclient.Draft;
import popbeforesmtp.mailclient.Ending;
import popbeforesmtp.mailclient.MailProgram;
import popbeforesmtp.mailclient.Postcard;
import popbeforesmtp.mailclient.Retrieval;
import popbeforesmtp.mailclient.Submission;
import popbeforesmtp.mailserver.mailbox.Letter;
import popbeforesmtp.mailserver.mailbox.ReadMail;
import popbeforesmtp.network.CentreNetwork;
import popbeforesmtp.sandbox.explain.ExchangeResult;
import popbeforesmtp.sandbox.explain.FailureExplainer;
import popbeforesmtp.sandbox.explain.Message;
import popbeforesmtp.sandbox.explain.NextStep;
import popbeforesmtp.sandbox.explain.Outcome;
import popbeforesmtp.sandbox.explain.ReceivingExplainer;
import popbeforesmtp.sandbox.explain.SendingExplainer;
import popbeforesmtp.sandbox.hosts.SampleMail;
import popbeforesmtp.sandbox.press.Person;
import popbeforesmtp.sandbox.press.Program;

/**
 * What the mail program on a seat's table does within one press: receiving, sending, or both in the order of its habit.
 * It moves the clock by what that takes. Used once, by one thread.
 */
final class MailTurn {

    /** What a telephone line carries, in octets a second. */
    private static final long LINE_SPEED = 7_000;

    /** Refusals that a receiving undoes. */
    private static final Set<Reason> OPENED_BY_RECEIVING =
            EnumSet.of(Reason.NOT_LISTED, Reason.EXPIRED, Reason.ADDRESS_CHANGED);

    private final LiveWorld stage;
    private final LiveSeat seat;
    private Optional<ExchangeResult> received = Optional.empty();
    private Optional<ExchangeResult> sent = Optional.empty();
    private boolean sentFirst;
    private int fetched;
    private Duration fetching = Duration.ZERO;
    private boolean broken;

    MailTurn(LiveWorld stage, LiveSeat seat) {
        this.stage = stage;
        this.seat = seat;
    }

    /** Receives; what it leads to is this press's receiving half. */
    void receive() {
        received = Optional.of(retrieve());
    }

    /** Sends, after receiving if that is the program's habit. */
    void send() {
        if (seat.options.program() == Program.RECEIVE_BEFORE_SEND) {
            receive();
            if (!received.orElseThrow().outcome().succeeded()) {
                return;
            }
        }
        submit(recipients(), Optional.empty());
    }

    /** Sends a postcard to a seat of the class, or to taro. */
    void send(Postcard card, int to) {
        List<String> recipients = to == 0 ? recipients() : List.of(seat.person().address(to, seat.options.incoming()));
        submit(recipients, Optional.of(card));
    }

    private List<String> recipients() {
        return seat.options.recipients().addresses(seat.options.outgoing());
    }

    /** Sends and receives, sending first unless the program's habit is the other way round. */
    void sendAndReceive() {
        send();
        if (seat.options.program() != Program.RECEIVE_BEFORE_SEND) {
            sentFirst = true;
            receive();
        }
    }

    /** An automatic check: receives without being one of this press's halves. */
    boolean check() {
        return retrieve().outcome().succeeded();
    }

    private ExchangeResult retrieve() {
        int mark = stage.events.mark();
        Instant start = stage.clock.instant();
        Account account = account();
        Retrieval retrieval = stage.program(seat)
                .retrieve(account, seat.options.receiving(), stage.setUp.dropAfterPass(), this::read);
        List<Event> events = stage.events.since(mark);
        stage.history.note(seat.actor(), events);
        takeTime(retrieval.ending(), events);
        if (seat.place.isOnPhone()) {
            stage.pass(stage.clock.instant().plusSeconds(retrieval.octets() / LINE_SPEED), seat);
        }
        fetched = retrieval.mails();
        fetching = Duration.between(start, stage.clock.instant());
        return ReceivingExplainer.explain(seat.actor(), account.pop3Server(), retrieval, events);
    }

    /** In a class, everybody reads what comes; alone, only how many there were is told. */
    private void read(List<String> lines) {
        if (stage.setUp.room().isRound()) {
            ReadMail mail = ReadMail.of(Letter.of(lines));
            seat.fetched.add(ArrivedMail.of(mail));
        }
    }

    private void submit(List<String> recipients, Optional<Postcard> card) {
        int mark = stage.events.mark();
        Person sender = seat.options.asHanako() ? Person.HANAKO : seat.person();
        Draft draft = new Draft(
                seat.person().computer(seat.id.number()),
                sender.address(seat.id.number(), seat.options.incoming()),
                recipients,
                seat.presses,
                stage.clock.instant(),
                card);
        Account account = account();
        Submission submission = stage.program(seat).submit(account, seat.options.sending(), draft);
        List<Event> events = stage.events.since(mark);
        takeTime(submission.ending(), events);
        ExchangeResult.Desk desk = FailureExplainer.desk(Protocol.SMTP, account.smtpServer(), events);
        sent = Optional.of(new SendingExplainer(stage.history, seat.actor(), desk).explain(submission, events));
    }

    private Account account() {
        return SampleMail.account(seat.user(), seat.options);
    }

    private void takeTime(Ending ending, List<Event> events) {
        broken |= ending instanceof Ending.Lost
                || (ending instanceof Ending.Refused refused && refused.reply().isFailureOfTheServer());
        if (ending instanceof Ending.NotConnected not) {
            stage.pass(stage.clock.instant().plus(not.waited()), seat);
        }
        stage.passWaiting(events, seat);
    }

    /** Whether a connection was lost, or refused for want of room: this machine failed, and the press does not count. */
    boolean isBroken() {
        return broken;
    }

    /** The receiving half, if there was one. */
    Optional<ExchangeResult> received() {
        return received;
    }

    /** The sending half, if there was one. */
    Optional<ExchangeResult> sent() {
        return sent;
    }

    /** What to tell: each half's own words, unless the two only make sense together. */
    List<Message> messages() {
        if (sentFirst && sent.orElseThrow().outcome() == Outcome.REFUSED && openedTooLate()) {
            return List.of(Message.of("r.both"), Message.of("r.both.again"));
        }
        if (ranOutWhileFetching()) {
            Instant end = sent.flatMap(ExchangeResult::key)
                    .flatMap(ExchangeResult.Key::row)
                    .flatMap(stage.history::end)
                    .orElseThrow();
            return List.of(Message.of("r.late")
                    .with("n", fetched)
                    .with("left", fetching)
                    .with("time", end));
        }
        List<Message> told = new ArrayList<>();
        sent.ifPresent(half -> told.addAll(half.messages()));
        received.ifPresent(half -> told.addAll(half.messages()));
        return told;
    }

    /** What to do next, if the mail was refused and the receiving after it has not opened the way already. */
    List<Message> next() {
        boolean opened = sentFirst && openedTooLate();
        return sent.filter(half -> !opened)
                .map(half -> NextStep.after(half, situation()))
                .orElse(List.of());
    }

    private NextStep.Situation situation() {
        boolean twoExits = seat.place.isInCentre()
                && seat.options.centre() == CentreNetwork.TWO_EXITS
                && seat.options.receiving().port() == MailProgram.POP3_PORT;
        boolean listable = stage.sendingAddress(seat)
                .filter(from -> !stage.hosts.canList(seat.options.incoming(), from))
                .isEmpty();
        return new NextStep.Situation(
                seat.person().hasAccount(),
                seat.options.incoming().equals(seat.options.outgoing()),
                !twoExits && listable,
                sent.flatMap(ExchangeResult::key)
                        .flatMap(ExchangeResult.Key::row)
                        .map(ExchangeResult.Row::address)
                        .equals(stage.sendingAddress(seat)),
                seat.options.rightPassword(),
                received.isEmpty() && stage.history.isMistaken(seat.actor()));
    }

    /** Whether the time that the receiving of this very press opened was over before its mail was fetched. */
    private boolean ranOutWhileFetching() {
        return !sentFirst
                && received.filter(half -> half.outcome() == Outcome.RECEIVED).isPresent()
                && sent.flatMap(ExchangeResult::reason)
                        .filter(reason -> reason == Reason.EXPIRED)
                        .isPresent();
    }

    /** Whether the receiving that came second would have made the sending succeed. */
    private boolean openedTooLate() {
        NextStep.Situation situation = situation();
        boolean curable = sent.flatMap(ExchangeResult::reason)
                .filter(OPENED_BY_RECEIVING::contains)
                .isPresent();
        return curable
                && situation.oneCompany()
                && situation.oneAddress()
                && received.filter(half -> half.outcome() == Outcome.RECEIVED)
                        .flatMap(ExchangeResult::key)
                        .flatMap(ExchangeResult.Key::row)
                        .isPresent();
    }
}
