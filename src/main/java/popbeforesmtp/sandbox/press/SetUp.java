package popbeforesmtp.sandbox.press;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import popbeforesmtp.network.Place;

/**
 * How a world starts. A case of {@code content/} is one of these; a journal keeps it by value.
 *
 * @param id the case's id in links, {@code too-late}; {@code free} for the plain sandbox
 * @param place where the learner sits at first
 * @param options what is chosen at first
 * @param mailbox what waits for hanako at every incoming host
 * @param desks how strict the sending desks are
 * @param dropAfterPass whether the mail program's connection is dropped right after the log-in
 * @param room who else is there
 */
public record SetUp(
        String id, Place place, Options options, Mailbox mailbox, Desks desks, boolean dropAfterPass, Room room) {

    /** The plain sandbox. */
    public static final SetUp FREE = new SetUp("free", Place.CENTRE, Options.USUAL, Mailbox.THREE, false, false);

    /**
     * One for a learner alone.
     *
     * @param open whether every host relays for everybody, as in the old days
     */
    public SetUp(String id, Place place, Options options, Mailbox mailbox, boolean open, boolean dropAfterPass) {
        this(id, place, options, mailbox, open ? Desks.OPEN : Desks.USUAL, dropAfterPass, Room.ALONE);
    }

    /**
     * A round of a class: empty mailboxes, everybody at the centre or, with lines of their own, at the telephone.
     *
     * @param id the round's
     */
    public static SetUp round(String id, Room room) {
        Place place = room == Room.OWN_LINES ? Place.PHONE : Place.CENTRE;
        return new SetUp(id, place, Options.USUAL, Mailbox.EMPTY, Desks.USUAL, false, room);
    }

    /** The same under another id, so that one world is not taken for the other. */
    public SetUp named(String other) {
        return new SetUp(other, place, options, mailbox, desks, dropAfterPass, room);
    }

    /** The plain sandbox under another id. */
    public static SetUp usual(String id) {
        return FREE.named(id);
    }

    /** The same with other options. */
    public SetUp with(Options others) {
        return new SetUp(id, place, others, mailbox, desks, dropAfterPass, room);
    }

    private SetUp with(Desks others) {
        return new SetUp(id, place, options, mailbox, others, dropAfterPass, room);
    }

    /** Whether every host relays for everybody. */
    public boolean open() {
        return desks == Desks.OPEN;
    }

    /** Whether nobody may say name and password to send without TLS. */
    public boolean sealed() {
        return desks == Desks.SEALED;
    }

    /**
     * The same with one thing different that is no option.
     *
     * @param word {@code place}, {@code mailbox}, {@code open}, {@code sealed}, {@code drop-after-pass} or {@code room}
     * @param value its value; {@code yes} or {@code no} for {@code open}, {@code sealed} and {@code drop-after-pass}
     * @return nothing if there is no such word, or no such value
     */
    public Optional<SetUp> with(String word, String value) {
        boolean yes = value.equals("yes");
        boolean either = yes || value.equals("no");
        return switch (word) {
            case "place" ->
                Place.of(value).map(other -> new SetUp(id, other, options, mailbox, desks, dropAfterPass, room));
            case "mailbox" ->
                Mailbox.of(value).map(other -> new SetUp(id, place, options, other, desks, dropAfterPass, room));
            case "open" -> either ? Optional.of(with(yes ? Desks.OPEN : Desks.USUAL)) : Optional.empty();
            case "sealed" -> either ? Optional.of(with(yes ? Desks.SEALED : Desks.USUAL)) : Optional.empty();
            case "drop-after-pass" ->
                either ? Optional.of(new SetUp(id, place, options, mailbox, desks, yes, room)) : Optional.empty();
            case "room" ->
                Room.of(value).map(other -> new SetUp(id, place, options, mailbox, desks, dropAfterPass, other));
            default -> Optional.empty();
        };
    }

    /** How strict the sending desks are. */
    public enum Desks {
        /** As in the old days: every host relays for everybody. */
        OPEN,
        /** As in the days of the story. */
        USUAL,
        /** As today: a host takes name and password under TLS only. */
        SEALED
    }

    /** Who else is in the world. */
    public enum Room {
        /** Nobody: it is one learner's own. */
        ALONE,
        /** A class, all behind the centre's one router. */
        SHARED,
        /** A class, each seat with a telephone line and an address of its own. */
        OWN_LINES;

        /** The name in content and links: {@code own-lines}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The one of that name, or nothing. */
        public static Optional<Room> of(String id) {
            return Arrays.stream(values()).filter(room -> room.id().equals(id)).findFirst();
        }

        /** Whether a class is there. */
        public boolean isRound() {
            return this != ALONE;
        }
    }

    /** What waits in a mailbox. */
    public enum Mailbox {
        /** Nothing. */
        EMPTY(0),
        /** Three short mails. */
        THREE(3),
        /** Thirty mails of 84,000 octets each, 2,520,000 in all. */
        FULL(30),
        /** Three short mails, in a mailbox that nobody can open. */
        BROKEN(3);

        private final int mails;

        Mailbox(int mails) {
            this.mails = mails;
        }

        /** The name in content and links: {@code three}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The one of that name, or nothing. */
        public static Optional<Mailbox> of(String id) {
            return Arrays.stream(values())
                    .filter(mailbox -> mailbox.id().equals(id))
                    .findFirst();
        }

        /** How many mails wait. */
        public int mails() {
            return mails;
        }
    }
}
