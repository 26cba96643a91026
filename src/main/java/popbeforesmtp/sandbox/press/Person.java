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
    SOMEONE;

    /** The name in mail addresses: {@code hanako}. */
    public String user() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name that this person's computer gives itself: {@code hanako-pc}. */
    public String computer() {
        return user() + "-pc";
    }

    /** Whether this person has a mailbox at the providers. */
    public boolean hasAccount() {
        return this == HANAKO;
    }

    /**
     * The person's own mail address.
     *
     * @param incoming the host where hanako receives
     */
    public String address(String incoming) {
        return switch (this) {
            case HANAKO -> user() + "@" + incoming;
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
