package popbeforesmtp.classroom;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import popbeforesmtp.sandbox.world.Worlds;

/**
 * All classes: opens them, finds them again, and ends them with everything that was theirs. Safe for any number of threads.
 *
 * <p>Every method may throw {@link popbeforesmtp.sandbox.journal.JournalStore.Unavailable}; then nothing was changed.
 */
public final class Classrooms {

    /** How many classes one address may have open. */
    public static final int MOST_AN_ADDRESS = 3;

    /** How many classes there may be. */
    public static final int MOST = 200;

    /** After so long without a press, a class and all that was its is gone. */
    public static final Duration KEEP = Duration.ofHours(12);

    private static final Logger LOG = LoggerFactory.getLogger(Classrooms.class);

    private final ClassStore store;
    private final Worlds worlds;
    private final InstantSource clock;
    private final Map<String, Classroom> known = new ConcurrentHashMap<>();

    /** @param clock true time */
    public Classrooms(ClassStore store, Worlds worlds, InstantSource clock) {
        this.store = store;
        this.worlds = worlds;
        this.clock = clock;
    }

    /** Why no class was opened. */
    public enum Full {
        /** That address has enough of them. */
        ADDRESS,
        /** There are enough of them. */
        ALL
    }

    /**
     * A class that was just opened, or why none was.
     *
     * @param classroom the class, if one was opened
     * @param cookie the teacher's, shown to nobody else
     * @param letters the eight letters, shown once
     * @param full why none was opened
     */
    public record Opened(Optional<Classroom> classroom, String cookie, String letters, Optional<Full> full) {}

    /**
     * Opens a class.
     *
     * @param network whose network the teacher is in: an IPv4 address or an IPv6 /64
     * @param nearby whether that is a private one
     */
    public synchronized Opened open(String network, boolean nearby) {
        List<Classroom> all = all();
        if (all.size() >= MOST) {
            return new Opened(Optional.empty(), "", "", Optional.of(Full.ALL));
        }
        long there = all.stream()
                .filter(each -> each.state().entrance().network().equals(network))
                .count();
        if (there >= MOST_AN_ADDRESS) {
            return new Opened(Optional.empty(), "", "", Optional.of(Full.ADDRESS));
        }
        String cookie = Secrets.any();
        String letters = Secrets.letters();
        Secrets secrets = new Secrets(Secrets.any(), Secrets.hash(cookie), Secrets.hash(letters));
        String code = keep(secrets, network, nearby);
        return new Opened(find(code), cookie, letters, Optional.empty());
    }

    private String keep(Secrets secrets, String network, boolean nearby) {
        while (true) {
            String code = Secrets.digits();
            ClassState state = new ClassState(
                    new Entrance(code, network, nearby, false, false),
                    secrets,
                    Seating.EMPTY,
                    Course.NEW,
                    Optional.empty(),
                    ClassState.Manner.USUAL,
                    clock.instant());
            if (store.save(code, 0, ClassText.of(state), state.used())) {
                return code;
            }
        }
    }

    /** The class of a code; nothing if there is none, or none any more. */
    public Optional<Classroom> find(String code) {
        try {
            Optional<Classroom> found = Optional.ofNullable(known.get(code))
                    .or(() -> store.load(code)
                            .map(kept ->
                                    known.computeIfAbsent(code, absent -> new Classroom(code, kept, store, clock))));
            Instant old = clock.instant().minus(KEEP);
            if (found.isPresent() && found.get().state().used().isBefore(old)) {
                end(found.get());
                return Optional.empty();
            }
            return found;
        } catch (Classroom.Gone e) {
            known.remove(code);
            return Optional.empty();
        }
    }

    /** All classes, the latest used one first. */
    public List<Classroom> all() {
        return store.codes().stream().flatMap(code -> find(code).stream()).toList();
    }

    /** Those that somebody from there may join without a code. */
    public List<Classroom> near(String network, boolean nearby) {
        return all().stream()
                .filter(each -> each.state().entrance().isSameNetwork(network, nearby))
                .toList();
    }

    /** 席を空ける: whoever comes next to that seat begins afresh. */
    public void free(Classroom classroom, int seat) {
        worlds.end(classroom.worldKey(seat));
        classroom.free(seat);
    }

    /** おわる: seats, worlds and marks are gone. */
    public void end(Classroom classroom) {
        List<String> keys = new ArrayList<>(List.of(classroom.roundKey()));
        for (int seat : classroom.state().seating().known().keySet()) {
            keys.add(classroom.worldKey(seat));
        }
        keys.forEach(worlds::end);
        store.forget(classroom.code());
        known.remove(classroom.code());
    }

    /** Ends the classes in which nobody has pressed for {@link #KEEP}. To be called every now and then. */
    public void sweep() {
        int left = all().size();
        LOG.debug("{} classes", left);
    }
}
