package popbeforesmtp.mailserver.mailbox;

import java.net.InetAddress;
import java.util.Optional;

/** The mailboxes of one host. Implementations are safe for any number of threads. */
public interface Mailboxes {

    /**
     * Gives somebody an empty mailbox, unless there is one of that name already.
     *
     * @param user in lower case, without domain
     * @param forgets whether the oldest mails go when there is no room, as nobody ever receives from there
     */
    void add(String user, boolean forgets);

    /** Whether there is a mailbox of that name. */
    boolean has(String user);

    /**
     * The mailbox that a caller means by a name.
     *
     * @param caller the address that the caller is seen at
     */
    Optional<Mailbox> of(String user, InetAddress caller);

    /** How much memory they take, roughly; a letter counts in every mailbox that holds it. */
    long keptOctets();
}
