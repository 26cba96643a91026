package popbeforesmtp.web.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/**
 * Room for what is being done at once, connections or octets, that all addresses share. A place in it waits for its client,
 * or is being worked on. When an address has too much, its longest waiting place gives way; when all together have too much,
 * the longest waiting place of the address that has most. So whoever comes next finds room, and nothing that is being worked
 * on is ever given up. Safe for any number of threads; nobody is told to leave under a lock.
 */
final class SharedRoom {

    private final long all;
    private final long each;
    private final Runnable gaveWay;
    private final Map<String, Holder> holders = new LinkedHashMap<>();
    private long taken;

    /** What one address has. */
    private static final class Holder {
        final long most;
        final Set<Place> waiting = new LinkedHashSet<>();
        long taken;
        int places;

        Holder(long most) {
            this.most = most;
        }
    }

    /** Somebody who has to leave, and the status that says why. */
    private record Leaving(IntConsumer told, int status) {}

    /**
     * @param all how much there is
     * @param each how much of it one address may have
     * @param gaveWay hears each time that somebody has to leave because there is no room
     */
    SharedRoom(long all, long each, Runnable gaveWay) {
        this.all = all;
        this.each = each;
        this.gaveWay = gaveWay;
    }

    /** How much is taken. */
    synchronized long taken() {
        return taken;
    }

    /**
     * Takes a place that waits at first; others may have to leave for it, or it may have to leave itself.
     *
     * @param address who takes it
     * @param isOne whether that is one address, and no proxy that speaks for many
     * @param weight how much it takes
     * @param until when its time is up, as {@link System#nanoTime()} tells time
     * @param leave hears the HTTP status that says why it has to leave: 408 too late, 429 too much of one address, 503 too
     *     much of all
     */
    Place take(String address, boolean isOne, long weight, long until, IntConsumer leave) {
        Place place = new Place(address, until, leave);
        List<Leaving> leaving = new ArrayList<>();
        synchronized (this) {
            Holder holder = holders.computeIfAbsent(address, first -> new Holder(isOne ? each : all));
            holder.places++;
            holder.waiting.add(place);
            add(place, holder, weight, leaving);
        }
        giveWay(leaving);
        return place;
    }

    private void giveWay(List<Leaving> leaving) {
        for (Leaving one : leaving) {
            gaveWay.run();
            one.told.accept(one.status);
        }
    }

    /** Tells everybody whose time is up. */
    void sweep(long now) {
        List<Leaving> leaving = new ArrayList<>();
        synchronized (this) {
            List<Place> late = holders.values().stream()
                    .flatMap(holder -> holder.waiting.stream())
                    .filter(place -> now - place.until > 0)
                    .toList();
            late.forEach(place -> leave(place, HttpStatus.REQUEST_TIMEOUT_408, leaving));
        }
        leaving.forEach(one -> one.told.accept(one.status));
    }

    private void add(Place place, Holder holder, long weight, List<Leaving> leaving) {
        place.weight += weight;
        holder.taken += weight;
        taken += weight;
        Optional<Place> next = first(holder);
        while (holder.taken > holder.most && next.isPresent()) {
            leave(next.get(), HttpStatus.TOO_MANY_REQUESTS_429, leaving);
            next = first(holder);
        }
        next = ofTheGreediest();
        while (taken > all && next.isPresent()) {
            leave(next.get(), HttpStatus.SERVICE_UNAVAILABLE_503, leaving);
            next = ofTheGreediest();
        }
    }

    private static Optional<Place> first(Holder holder) {
        return holder.waiting.stream().findFirst();
    }

    private Optional<Place> ofTheGreediest() {
        Holder greediest = null;
        if (taken > all) {
            for (Holder holder : holders.values()) {
                boolean more = greediest == null || holder.taken > greediest.taken;
                greediest = more && !holder.waiting.isEmpty() ? holder : greediest;
            }
        }
        return Optional.ofNullable(greediest).flatMap(SharedRoom::first);
    }

    private void leave(Place place, int status, List<Leaving> leaving) {
        if (place.leave != null) {
            leaving.add(new Leaving(place.leave, status));
        }
        remove(place);
    }

    private void remove(Place place) {
        Holder holder = holders.get(place.address);
        if (place.isGone || holder == null) {
            return;
        }
        place.isGone = true;
        place.leave = null;
        holder.waiting.remove(place);
        holder.taken -= place.weight;
        taken -= place.weight;
        if (--holder.places == 0) {
            holders.remove(place.address);
        }
    }

    /** A place that was taken. Once it had to leave, or was let go, nothing can be done with it. */
    final class Place {

        private final String address;
        private long weight;
        private long until;
        private @Nullable IntConsumer leave;
        private boolean isGone;

        private Place(String address, long until, IntConsumer leave) {
            this.address = address;
            this.until = until;
            this.leave = leave;
        }

        /** From now on it waits for its client, longest of all if it waited before; see {@link SharedRoom#take}. */
        void waits(long newUntil, IntConsumer newLeave) {
            synchronized (SharedRoom.this) {
                if (!isGone) {
                    Set<Place> waiting = holder().waiting;
                    waiting.remove(this);
                    waiting.add(this);
                    until = newUntil;
                    leave = newLeave;
                }
            }
        }

        /**
         * From now on it is being worked on, and does not leave.
         *
         * @return whether it is still there
         */
        boolean works() {
            synchronized (SharedRoom.this) {
                if (!isGone) {
                    holder().waiting.remove(this);
                    leave = null;
                }
                return !isGone;
            }
        }

        /** Takes more room; whoever has to leave for it leaves, itself maybe. */
        void grow(long more) {
            List<Leaving> leaving = new ArrayList<>();
            synchronized (SharedRoom.this) {
                if (!isGone) {
                    add(this, holder(), more, leaving);
                }
            }
            giveWay(leaving);
        }

        /** Lets it go. */
        void release() {
            synchronized (SharedRoom.this) {
                remove(this);
            }
        }

        private Holder holder() {
            Holder holder = holders.get(address);
            if (holder == null) {
                throw new IllegalStateException("a place of nobody");
            }
            return holder;
        }
    }
}
