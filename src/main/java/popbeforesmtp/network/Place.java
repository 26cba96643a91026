package popbeforesmtp.network;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a person sits, and the address that this place's router shows to the outside. */
public enum Place {
    /** The community centre, the learner's own seat. */
    CENTRE("198.51.100.7", "192.168.10.11"),
    /** The seat beside it, behind the same router. */
    NEXT_SEAT("198.51.100.7", "192.168.10.12"),
    /** At home, inside plala's network. */
    HOME("203.0.113.21", null),
    /** An ADSL line of another provider, inside asahi's network. */
    ADSL("203.0.113.70", null),
    /** A telephone line: another address at each dial, none without a line. */
    PHONE(null, null),
    /** Whoever dials after the learner has hung up. */
    NEXT_CALLER(null, null),
    /** Somebody in a distant country. */
    STRANGER("198.18.77.9", null);

    /** The centre's second exit. */
    static final InetAddress SECOND_EXIT = Addresses.of("198.51.100.8");

    private static final int FIRST_SEAT = 11;

    private final @Nullable InetAddress outside;
    private final @Nullable InetAddress inside;

    Place(@Nullable String outside, @Nullable String inside) {
        this.outside = outside == null ? null : Addresses.of(outside);
        this.inside = inside == null ? null : Addresses.of(inside);
    }

    /** The name in links and forms: {@code next-seat}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The place of that name, or nothing. */
    public static Optional<Place> of(String id) {
        return Arrays.stream(values()).filter(place -> place.id().equals(id)).findFirst();
    }

    /** Whether the centre's router and firewall stand between this place and the world. */
    public boolean isInCentre() {
        return this == CENTRE || this == NEXT_SEAT;
    }

    /** Whether this place has an address only while a telephone line is up. */
    public boolean isOnPhone() {
        return this == PHONE || this == NEXT_CALLER;
    }

    /** The address inside the place's own network, where it has one of its own. */
    public Optional<InetAddress> inside() {
        return Optional.ofNullable(inside);
    }

    /**
     * The address inside the centre of a seat in a class.
     *
     * @param number the seat, counted from 1
     */
    public static InetAddress seat(int number) {
        return Addresses.of("192.168.10." + (FIRST_SEAT + number - 1));
    }

    /** The address that a seat of the centre has everywhere, where its network is IPv6. */
    Optional<InetAddress> sixth() {
        return isInCentre() ? inside().map(seat -> Addresses.sixth(seat.getAddress()[3])) : Optional.empty();
    }

    Optional<InetAddress> outside() {
        return Optional.ofNullable(outside);
    }
}
