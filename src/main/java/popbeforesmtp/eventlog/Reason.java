package popbeforesmtp.eventlog;

import java.util.Locale;

/**
 * Why something was accepted, refused or never answered. One list for the whole house: the gate gives what a server can
 * know, the network what becomes of a call, and the sandbox refines a refusal from the history of the person.
 */
public enum Reason {
    /** The recipient lives here; mail for the server's own people is taken from anyone (RFC 2505, 2.1). */
    LOCAL_RECIPIENT(true),
    /** The caller is inside the provider's own network. */
    OWN_NETWORK(true),
    /** The caller's address is on the list and its time is not up. */
    LISTED(true),
    /** This host relays for everybody, as in the old days. */
    OPEN_RELAY(true),
    /** The caller gave a name and a password (RFC 4954). */
    AUTHENTICATED(true),

    /** The caller's address is not on the list. */
    NOT_LISTED(false),
    /** The caller's address was on the list, but its time is up. */
    EXPIRED(false),
    /** This host keeps no list and serves only its own network. */
    OUTSIDER(false),
    /** The recipient's domain is this host's own, but nobody of that name lives here. */
    UNKNOWN_RECIPIENT(false),
    /** Nothing is taken on this port without a name and a password (RFC 6409). */
    AUTH_REQUIRED(false),
    /** No name and password is taken here without TLS (RFC 4954, 4). */
    ENCRYPTION_REQUIRED(false),

    /** For people: this person was listed here from another address and is now someone else to the server. */
    ADDRESS_CHANGED(false),
    /** For people: this person is listed, but at another host. */
    OTHER_DOOR(false),

    /** For people: this person's log-in stands in the mail log only, which nobody has read since. */
    TOO_EARLY(false),
    /** For people: this person is listed by now, but the desk goes by what it saw earlier in the session. */
    LOOKED_BEFORE(false),

    /** The log-in failed. */
    WRONG_PASSWORD(false),

    /** No answer ever came. */
    SILENCE(false),
    /** The machine answered that the port is not open. */
    CONNECTION_REFUSED(false),
    /** The name could not be found. */
    NAME_UNKNOWN(false),
    /** The connection ended in the middle. */
    LINE_CUT(false);

    private final boolean accepts;

    Reason(boolean accepts) {
        this.accepts = accepts;
    }

    /** Whether this is a reason for taking the mail. */
    public boolean accepts() {
        return accepts;
    }

    /** The form used in pages and links: {@code not-listed}. */
    public String kebab() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
