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
 * @param open whether every host relays for everybody, as in the old days
 * @param dropAfterPass whether the mail program's connection is dropped right after the log-in
 * @param sealed whether no desk takes a name and a password from who sends without TLS, as today
 */
public record SetUp(
        String id,
        Place place,
        Options options,
        Mailbox mailbox,
        boolean open,
        boolean dropAfterPass,
        boolean sealed) {

    /** The plain sandbox. */
    public static final SetUp FREE = new SetUp("free", Place.CENTRE, Options.USUAL, Mailbox.THREE, false, false, false);

    /** The same under another id, so that one world is not taken for the other. */
    public SetUp named(String other) {
        return new SetUp(other, place, options, mailbox, open, dropAfterPass, sealed);
    }

    /** The plain sandbox under another id. */
    public static SetUp usual(String id) {
        return FREE.named(id);
    }

    /** The same with other options. */
    public SetUp with(Options others) {
        return new SetUp(id, place, others, mailbox, open, dropAfterPass, sealed);
    }

    /**
     * The same with one thing different that is no option.
     *
     * @param word {@code place}, {@code mailbox}, {@code open}, {@code drop-after-pass} or {@code sealed}
     * @param value its value; {@code yes} or {@code no} for the last three
     * @return nothing if there is no such word, or no such value
     */
    public Optional<SetUp> with(String word, String value) {
        boolean yes = value.equals("yes");
        boolean either = yes || value.equals("no");
        return switch (word) {
            case "place" -> Place.of(value).map(other -> new SetUp(id, other, options, mailbox, open, dropAfterPass, sealed));
            case "mailbox" -> Mailbox.of(value).map(other -> new SetUp(id, place, options, other, open, dropAfterPass, sealed));
            case "open" ->
                either ? Optional.of(new SetUp(id, place, options, mailbox, yes, dropAfterPass, sealed)) : Optional.empty();
            case "drop-after-pass" ->
                either ? Optional.of(new SetUp(id, place, options, mailbox, open, yes, sealed)) : Optional.empty();
            case "sealed" ->
                either
                        ? Optional.of(new SetUp(id, place, options, mailbox, open, dropAfterPass, yes))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** What waits in a mailbox. */
    public enum Mailbox {
        /** Nothing. */
        EMPTY(0),
        /** Three short mails. */
        THREE(3),
        /** Thirty mails of 84,000 octets each, 2,520,000 in all. */
        FULL(30);

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
