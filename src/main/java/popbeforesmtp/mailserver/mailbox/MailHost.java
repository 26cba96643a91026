package popbeforesmtp.mailserver.mailbox;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.gate.HostRule;
import popbeforesmtp.gate.RelayPolicy;
import popbeforesmtp.gate.behaviour.RelayBehaviour;

/**
 * A virtual host of one world: its own GreenMail {@link Managers} for the users, its own mailboxes and its own gate. It
 * needs no thread and no port. {@code postmaster} lives on every host (RFC 5321, 4.5.1), without a password unless one
 * is given; without one, the oldest mails go when there is no room. Safe for any number of threads.
 */
public final class MailHost {

    private static final String POSTMASTER = "postmaster";

    private volatile RelayPolicy gate;
    private final EventSink witness;
    private final InstantSource clock;
    private final Managers managers = new Managers();
    private final Mailboxes mailboxes;
    private final Sealing sealing;

    /**
     * A host without users.
     *
     * @param rule what its gate applies
     * @param behaviour what the events of its sessions mean to the gate
     * @param log where the sessions at this host are told
     * @param clock the clock of its world
     */
    public MailHost(HostRule rule, RelayBehaviour behaviour, Consumer<Event> log, InstantSource clock) {
        this(rule, behaviour, log, clock, Sealing.FOR_MEMBERS);
    }

    /** The same with another rule for TLS. */
    public MailHost(
            HostRule rule, RelayBehaviour behaviour, Consumer<Event> log, InstantSource clock, Sealing sealing) {
        this(rule, behaviour, (from, event) -> log.accept(event), clock, new NamedMailboxes(""), sealing);
    }

    /**
     * The same for a host outside the worlds.
     *
     * @param witness for a log
     * @param mailboxes empty ones; the unique ids of their mails are given by no other run of the program (RFC 1939, 7)
     * @param sealing where it offers TLS
     */
    public MailHost(
            HostRule rule,
            RelayBehaviour behaviour,
            EventSink witness,
            InstantSource clock,
            Mailboxes mailboxes,
            Sealing sealing) {
        this.gate = new RelayPolicy(rule, this::hasUser, behaviour);
        this.witness = witness;
        this.clock = clock;
        this.mailboxes = mailboxes;
        this.sealing = sealing;
        mailboxes.add(POSTMASTER, true);
    }

    /**
     * Gives somebody an empty mailbox.
     *
     * @param user in lower case, without domain
     * @param password compared to the letter
     * @throws IllegalArgumentException if somebody of that name lives here already
     */
    public void addUser(String user, String password) {
        try {
            managers.getUserManager().createUser(user + "@" + domain(), user, password);
        } catch (UserException e) {
            throw new IllegalArgumentException(user + " lives at " + domain() + " already", e);
        }
        mailboxes.add(user, false);
    }

    /**
     * Gives somebody a mailbox that nobody receives from; its oldest mails go when there is no room.
     *
     * @param user in lower case, without domain
     */
    public void addReader(String user) {
        mailboxes.add(user, true);
    }

    /** Whether mail for that name is taken here. */
    public boolean hasUser(String user) {
        return mailboxes.has(user);
    }

    /**
     * Puts a mail into the mailbox that callers from this machine have, past every bound and without an event: it was waiting
     * there already.
     *
     * @throws IllegalArgumentException if nobody of that name lives here
     */
    public void put(String user, Letter letter) {
        mailboxOf(user)
                .orElseThrow(() -> new IllegalArgumentException("no " + user + " at " + domain()))
                .add(letter);
    }

    /**
     * Lets nobody receive from the mailbox any more that callers from this machine have.
     *
     * @throws IllegalArgumentException if nobody of that name lives here
     */
    public void spoil(String user) {
        mailboxOf(user)
                .orElseThrow(() -> new IllegalArgumentException("no " + user + " at " + domain()))
                .spoil();
    }

    /** What a reader of the mailbox on this machine sees, newest last; empty if nobody of that name lives here. */
    public List<ReadMail> mailbox(String user) {
        return mailbox(user, 0);
    }

    /** The same without the oldest ones, as many as are known already. */
    public List<ReadMail> mailbox(String user, int known) {
        return mailboxOf(user).stream()
                .flatMap(mailbox -> mailbox.mails().stream())
                .skip(known)
                .map(mail -> ReadMail.of(mail.letter()))
                .toList();
    }

    /** How much memory the mails here take, roughly; a letter counts in every mailbox that holds it. */
    public long keptOctets() {
        return mailboxes.keptOctets();
    }

    /** The gate of this host; who lives here it asks the host. */
    public RelayPolicy gate() {
        return gate;
    }

    /** Lets another program keep the list from now on. It begins with an empty one; the mailboxes stay. */
    public void install(RelayBehaviour behaviour) {
        gate = new RelayPolicy(gate.rule(), this::hasUser, behaviour);
    }

    /** The mail domain, {@code plala.example}. */
    public String domain() {
        return gate.rule().domain();
    }

    public EventSink witness() {
        return witness;
    }

    public InstantSource clock() {
        return clock;
    }

    /** Where it offers TLS. */
    public Sealing sealing() {
        return sealing;
    }

    private Optional<Mailbox> mailboxOf(String user) {
        return mailboxOf(user, InetAddress.getLoopbackAddress());
    }

    /** The mailbox that a caller means by that name. */
    public Optional<Mailbox> mailboxOf(String user, InetAddress caller) {
        return mailboxes.of(user, caller);
    }

    /** The mailbox that a caller means by that name, if the password is the right one to the letter. */
    public Optional<Mailbox> logIn(String user, String password, InetAddress caller) {
        return logIn(user, password::equals, caller);
    }

    /** The mailbox that a caller means by that name, if what he has shown is right for its password. */
    public Optional<Mailbox> logIn(String user, Predicate<String> isRight, InetAddress caller) {
        if (!mailboxes.has(user)) {
            return Optional.empty();
        }
        GreenMailUser account = managers.getUserManager().getUser(user);
        boolean right = account != null && isRight.test(account.getPassword());
        return right ? mailboxOf(user, caller) : Optional.empty();
    }

    /** Whether the recipient's mailbox is here and has no room; of other hosts nothing is known beforehand. */
    public boolean isFull(String recipient, InetAddress caller, Limits.Sizes limits) {
        return domainOf(recipient).equals(domain())
                && mailboxOf(userOf(recipient), caller)
                        .map(mailbox -> mailbox.isFull(limits))
                        .orElse(false);
    }

    /** What stands before the last {@code @}, in lower case. */
    public static String userOf(String recipient) {
        int at = recipient.lastIndexOf('@');
        return (at < 0 ? recipient : recipient.substring(0, at)).toLowerCase(Locale.ROOT);
    }

    /** What stands after the last {@code @}, in lower case; this host's domain for a bare {@code postmaster}. */
    public String domainOf(String recipient) {
        int at = recipient.lastIndexOf('@');
        return at < 0 ? domain() : recipient.substring(at + 1).toLowerCase(Locale.ROOT);
    }
}
