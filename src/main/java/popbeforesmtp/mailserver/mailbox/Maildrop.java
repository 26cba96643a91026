package popbeforesmtp.mailserver.mailbox;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import popbeforesmtp.mailserver.mailbox.Mailbox.Mail;

/**
 * A mailbox as one POP3 session sees it: the mails that were there at the log-in, by numbers that stay, and the marks
 * of DELE. It holds the mailbox's lock until {@link #update} or {@link #release}. For the session's thread only.
 */
public final class Maildrop {

    private final Mailbox mailbox;
    private final List<Mail> mails;
    private final BitSet deleted = new BitSet();
    private boolean closed;

    public Maildrop(Mailbox mailbox, List<Mail> mails) {
        this.mailbox = mailbox;
        this.mails = mails;
    }

    /** What a session has that did not log in. */
    public static Maildrop none() {
        return new Maildrop(new Mailbox(false, "", Room.ANY), List.of());
    }

    /** The numbers of the mails that are not marked, from 1. */
    public List<Integer> numbers() {
        List<Integer> numbers = new ArrayList<>();
        for (int i = deleted.nextClearBit(0); i < mails.size(); i = deleted.nextClearBit(i + 1)) {
            numbers.add(i + 1);
        }
        return numbers;
    }

    /** The mail of a number, unless there is none or it is marked. */
    public Optional<Mail> mail(int number) {
        boolean there = number >= 1 && number <= mails.size() && !deleted.get(number - 1);
        return there ? Optional.of(mails.get(number - 1)) : Optional.empty();
    }

    /** The octets of the mails that are not marked. */
    public long octets() {
        long octets = 0;
        for (int i = deleted.nextClearBit(0); i < mails.size(); i = deleted.nextClearBit(i + 1)) {
            octets += mails.get(i).letter().octets();
        }
        return octets;
    }

    public void delete(int number) {
        deleted.set(number - 1);
    }

    public void reset() {
        deleted.clear();
    }

    /** The UPDATE state: takes out what is marked and ends the lock. */
    public void update() {
        close(deleted.stream().mapToObj(mails::get).toList());
    }

    /** Ends the lock and takes nothing out: the way of a session that did not end with QUIT. */
    public void release() {
        close(List.of());
    }

    private void close(List<Mail> gone) {
        if (!closed) {
            closed = true;
            mailbox.close(gone);
        }
    }
}
