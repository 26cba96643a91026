package popbeforesmtp.sandbox.press;

import java.util.Locale;
import popbeforesmtp.network.Place;

/** Who sits at a place. Only hanako has a mailbox at the providers; the others send without an account. */
public enum Person {
    /** The learner. */
    HANAKO,
    /** The neighbour in the community centre. */
    JIRO,
    /** Whoever dials after the learner has hung up. */
    SABURO,
    /** Somebody in a distant country. */
    SOMEONE,
    /** A learner in a round of a class, who is called by the seat: {@code seki07}. */
    SEKI;

    /** The name in mail addresses: {@code hanako}. */
    public String user() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name that this person's computer gives itself: {@code hanako-pc}. */
    public String computer() {
        return user() + "-pc";
    }

    /** The name in mail addresses of whoever sits at that seat. */
    public String user(int seat) {
        return this == SEKI ? String.format(Locale.ROOT, "%s%02d", user(), seat) : user();
    }

    /** The name that the computer at that seat gives itself. */
    public String computer(int seat) {
        return user(seat) + "-pc";
    }

    /** Whether this person has a mailbox at the providers. */
    public boolean hasAccount() {
        return this == HANAKO || this == SEKI;
    }

    /**
     * The mail address of whoever sits at that seat.
     *
     * @param incoming the host where learners receive
     */
    public String address(int seat, String incoming) {
        return this == SEKI ? user(seat) + "@" + incoming : address(incoming);
    }

    /**
     * The person's own mail address.
     *
     * @param incoming the host where hanako receives
     */
    public String address(String incoming) {
        return switch (this) {
            case HANAKO, SEKI -> user() + "@" + incoming;
            case JIRO, SABURO -> user() + "@other.example";
            case SOMEONE -> user() + "@abroad.example";
        };
    }

    /** Who sits there. */
    public static Person at(Place place) {
        return switch (place) {
            case CENTRE, HOME, ADSL, PHONE -> HANAKO;
            case NEXT_SEAT -> JIRO;
            case NEXT_CALLER -> SABURO;
            case STRANGER -> SOMEONE;
        };
    }
}
