package popbeforesmtp.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import popbeforesmtp.eventlog.DeskAnswer.Question;
import popbeforesmtp.eventlog.Reason;
import popbeforesmtp.gate.behaviour.Listing;
import popbeforesmtp.gate.behaviour.Memory;
import popbeforesmtp.gate.behaviour.RelayBehaviour;
import popbeforesmtp.gate.behaviour.Voice;

/**
 * The gate of one host: RFC 2505, 2.1, with the list of POP before SMTP (RFC 2476, 3.3) as a part of "the calling address
 * may relay". It hears what happens in the sessions at its host, is asked once a recipient, and nobody overrules it. Safe
 * for any number of threads.
 *
 * <p>Time comes with every question and never goes back. What the keeper of the list does by itself is done at its own
 * instant, before anything that is heard or asked at the same instant or later.
 */
public final class RelayPolicy {

    private final HostRule rule;
    private final Predicate<String> hasUser;
    private final RelayBehaviour behaviour;
    private final RelayList list;
    private final Desk desk;

    /**
     * A gate with an empty list.
     *
     * @param rule what holds here
     * @param hasUser whether mail for somebody of that name (in lower case, without domain) is taken here; asked under the
     *     gate's monitor
     * @param behaviour what the events of the sessions mean
     */
    public RelayPolicy(HostRule rule, Predicate<String> hasUser, RelayBehaviour behaviour) {
        this.rule = rule;
        this.hasUser = hasUser;
        this.behaviour = behaviour;
        this.list = new RelayList(behaviour);
        this.desk = new Desk(behaviour, list, address -> localUser(address).filter(hasUser));
    }

    /** The rule that this gate applies. */
    public HostRule rule() {
        return rule;
    }

    /** The habits of the program that keeps its list. */
    public RelayBehaviour behaviour() {
        return behaviour;
    }

    /** Hears what has happened in a session, before the server goes on. */
    public synchronized Heard hear(ProtocolEvent event) {
        if (!rule.keepsList()) {
            return Heard.NOTHING;
        }
        list.keeper().advance(event.at());
        Heard heard = list.hear(event);
        return switch (event.kind()) {
            case CONNECTED -> connected(event);
            case SENDER_GIVEN -> {
                desk.senderGiven(event);
                yield heard;
            }
            case QUIT -> {
                desk.quit(event);
                yield heard;
            }
            case PASSWORD_RIGHT, LOGGED_IN, RETRIEVED, SENDER_LOGGED, RELAYED -> heard;
        };
    }

    private Heard connected(ProtocolEvent event) {
        if (behaviour.listing().meets(event.from(), Listing.OverIpv6.NO_GREETING)) {
            return Heard.turnedAway(Voice.NO_GREETING);
        }
        desk.connected(event);
        return Heard.waited(list.patience(Listing.Messenger.PACKET));
    }

    /** Answers whether this recipient is taken from this caller now. Nothing changes but a log that somebody watches. */
    public synchronized Decision ask(Attempt attempt) {
        if (rule.keepsList()) {
            list.keeper().advance(attempt.now());
            list.logged();
        }
        Walk walk = new Walk(attempt.now());
        Optional<String> localUser = localUser(attempt.recipient());
        if (walk.asks(Question.OWN_PEOPLE, localUser.isPresent())) {
            return ownPeople(attempt, localUser.get(), walk);
        }
        if (attempt.loggedInAs() != null && walk.asks(Question.AUTHENTICATED, true)) {
            return taken(Reason.AUTHENTICATED, walk);
        }
        if (rule.open() && walk.asks(Question.OPEN_TO_ALL, true)) {
            return taken(Reason.OPEN_RELAY, walk);
        }
        if (walk.asks(Question.OWN_NETWORK, rule.ownNetwork().test(attempt.from()))) {
            return taken(Reason.OWN_NETWORK, walk);
        }
        return rule.keepsList() ? listed(attempt, walk) : refused(Reason.OUTSIDER, attempt, walk);
    }

    private Decision ownPeople(Attempt attempt, String user, Walk walk) {
        Optional<String> nobody = behaviour.voice().sayNobody(attempt.recipient(), attempt.from());
        return nobody.isEmpty() || walk.asks(Question.LIVES_HERE, hasUser.test(user))
                ? taken(Reason.LOCAL_RECIPIENT, walk)
                : new Decision(Reason.UNKNOWN_RECIPIENT, Optional.empty(), nobody.get(), walk.answers());
    }

    private Decision listed(Attempt attempt, Walk walk) {
        Desk.Look look = desk.ask(attempt);
        walk.remembers(look.answers());
        String words = look.reason().accepts() ? "" : refusal(attempt);
        return new Decision(look.reason(), look.row(), words, walk.answers());
    }

    private static Decision taken(Reason reason, Walk walk) {
        return new Decision(reason, Optional.empty(), "", walk.answers());
    }

    private Decision refused(Reason reason, Attempt attempt, Walk walk) {
        return new Decision(reason, Optional.empty(), refusal(attempt), walk.answers());
    }

    private String refusal(Attempt attempt) {
        return behaviour.voice().refuse(attempt.recipient(), attempt.from());
    }

    /** Sets how long coming log-ins open relaying. Rows that are already written keep their end. */
    public synchronized void window(Duration window) {
        list.window(window);
    }

    /** How long a log-in opens relaying. */
    public synchronized Duration window() {
        return list.window();
    }

    /** Address and times of the rows, live and expired, in the order in which they first came. */
    public synchronized List<ListedAddress> list() {
        return list.table().listed();
    }

    /** The list as its program keeps it, with the log-ins that still wait for the watcher at its end. */
    public synchronized List<KeptRow> kept(Instant now) {
        list.keeper().advance(now);
        return list.kept(now);
    }

    /** What the keeper does next, and when; nothing if there is none, or it sleeps, or has nothing to do by itself. */
    public synchronized Optional<ClockEvent> due(Instant now) {
        list.keeper().advance(now);
        return list.keeper().due();
    }

    /**
     * Lets time pass. A keeper begins its work when the gate first hears of the time.
     *
     * @return what the keeper has done since the last tick, in its order: all that changed the list, and the latest
     */
    public synchronized List<ClockEvent> tick(Instant now) {
        list.keeper().advance(now);
        return list.keeper().told();
    }

    /** Whether the keeper is at work; true if there is none. */
    public synchronized boolean isAwake() {
        return list.keeper().isAwake();
    }

    /**
     * Puts the keeper to sleep: its process is dead.
     *
     * @throws IllegalStateException if the list has no keeper
     */
    public synchronized void sleep(Instant now) {
        keeperMustBe();
        list.keeper().advance(now);
        list.sleep();
    }

    /**
     * Wakes the keeper: its process is started anew.
     *
     * @throws IllegalStateException if the list has no keeper
     */
    public synchronized void wake(Instant now) {
        keeperMustBe();
        list.keeper().advance(now);
        list.keeper().wake(now);
    }

    private void keeperMustBe() {
        if (behaviour.keeper().isEmpty()) {
            throw new IllegalStateException(behaviour.id() + " has no keeper");
        }
    }

    /** The servers are started anew, and so is a keeper that is awake. What is left of the list is {@link Memory}'s matter. */
    public synchronized void restart(Instant now) {
        list.keeper().advance(now);
        if (list.keeper().isAwake()) {
            list.sleep();
            list.keeper().wake(now);
        }
    }

    /** The user part if the recipient is of this host's own domain ({@code postmaster} alone is: RFC 5321, 4.1.1.3). */
    private Optional<String> localUser(String recipient) {
        int at = recipient.lastIndexOf('@');
        String user = (at < 0 ? recipient : recipient.substring(0, at)).toLowerCase(Locale.ROOT);
        String domain = at < 0 ? rule.domain() : recipient.substring(at + 1).toLowerCase(Locale.ROOT);
        return domain.equals(rule.domain()) ? Optional.of(user) : Optional.empty();
    }
}
