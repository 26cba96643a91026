package popbeforesmtp.mailserver.mailbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The mails of one user, oldest first, and the lock of RFC 1939, 4. Safe for any number of threads.
 *
 * <p>Not GreenMail's folder: that one copies and parses every mail it is given, and cannot hold an array that many
 * worlds share.
 */
public final class Mailbox {

    private static final long WEIGHT_OF_A_MAIL = 100;

    private final boolean forgets;
    private final String era;
    private final Room room;
    private final List<Mail> mails = new ArrayList<>(4);
    private long octets;
    private long lastUid;
    private int reservedMails;
    private long reservedOctets;
    private boolean locked;
    private boolean broken;

    /**
     * An empty one.
     *
     * @param forgets whether the oldest mails go when there is no room, as nobody ever receives from here
     * @param era what its uids begin with
     * @param room what it shares with other mailboxes
     */
    Mailbox(boolean forgets, String era, Room room) {
        this.forgets = forgets;
        this.era = era;
        this.room = room;
    }

    /**
     * A mail in its mailbox.
     *
     * @param uid the era and a number, counted from 1; never used again in this mailbox
     */
    public record Mail(String uid, Letter letter) {}

    /** Puts a letter in, past every bound. */
    synchronized void add(Letter letter) {
        room.put(weight(letter));
        keep(letter);
    }

    private void keep(Letter letter) {
        mails.add(new Mail(era + ++lastUid, letter));
        octets += letter.octets();
    }

    private static long weight(Letter letter) {
        return letter.octets() + WEIGHT_OF_A_MAIL;
    }

    /** Keeps room for a letter: {@link #fill} or {@link #release} must follow. False if there is no room. */
    public synchronized boolean reserve(Letter letter, Limits.Sizes limits) {
        while (forgets && !mails.isEmpty() && !fits(letter.octets(), limits)) {
            drop(mails.remove(0));
        }
        boolean fits = fits(letter.octets(), limits) && room.take(weight(letter));
        if (fits) {
            room.hold();
            reservedMails++;
            reservedOctets += letter.octets();
        }
        return fits;
    }

    private boolean fits(long more, Limits.Sizes limits) {
        return mails.size() + reservedMails < limits.mailboxMessages()
                && octets + reservedOctets + more <= limits.mailboxOctets();
    }

    private void drop(Mail mail) {
        octets -= mail.letter().octets();
        room.give(weight(mail.letter()));
    }

    /** Puts the letter in that room was kept for. */
    public synchronized void fill(Letter letter) {
        forgetReserved(letter);
        keep(letter);
    }

    /** Gives back the room that was kept for a letter. */
    public synchronized void release(Letter letter) {
        forgetReserved(letter);
        room.give(weight(letter));
    }

    private void forgetReserved(Letter letter) {
        reservedMails--;
        reservedOctets -= letter.octets();
        room.letGo();
    }

    /** Whether not even the smallest letter fits. */
    synchronized boolean isFull(Limits.Sizes limits) {
        return !forgets && (mails.size() >= limits.mailboxMessages() || octets >= limits.mailboxOctets());
    }

    /** How much memory it takes, roughly; a letter counts in every mailbox that holds it. */
    synchronized long keptOctets() {
        return octets + mails.size() * WEIGHT_OF_A_MAIL;
    }

    /** What is in it now. */
    synchronized List<Mail> mails() {
        return List.copyOf(mails);
    }

    /** Nobody can open it from now on; what is sent to it arrives. */
    synchronized void spoil() {
        broken = true;
    }

    /** Whether nobody can open it. */
    public synchronized boolean isBroken() {
        return broken;
    }

    /**
     * Opens the mailbox for a POP3 session.
     *
     * @param locks whether one session at a time may have it (RFC 1939, 4, wants that; a Maildir does not)
     * @return nothing if another one has it
     */
    public synchronized Optional<Maildrop> open(boolean locks) {
        if (locked) {
            return Optional.empty();
        }
        locked = locks;
        room.hold();
        return Optional.of(new Maildrop(this, List.copyOf(mails)));
    }

    /** Takes out those mails that are there still, and ends the lock. */
    synchronized void close(List<Mail> deleted) {
        for (Mail mail : deleted) {
            if (mails.remove(mail)) {
                drop(mail);
            }
        }
        locked = false;
        room.letGo();
    }
}
