package popbeforesmtp.web.classroom;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import popbeforesmtp.web.Reader;

/** A whole class that presses in one round at once. */
public final class ClassLoad {

    private final Room room;
    private final List<Reader> learners;

    private ClassLoad(Room room, List<Reader> learners) {
        this.room = room;
        this.learners = learners;
    }

    /** A press, and how long its answer took. */
    public record Pressed(int status, String location, long nanos) {}

    /** Opens a class, lets everybody take a seat, and begins a round. */
    public static ClassLoad begin(Supplier<Reader> readers, int seats) {
        Room room = Room.open(readers.get());
        List<Reader> learners = IntStream.rangeClosed(1, seats)
                .mapToObj(seat -> {
                    Reader learner = readers.get();
                    room.join(learner, seat);
                    return learner;
                })
                .toList();
        room.act("act", "round");
        return new ClassLoad(room, learners);
    }

    Room room() {
        return room;
    }

    /** Everybody presses at the same moment, with the step that everybody was shown. */
    public List<Pressed> all(String press) throws Exception {
        learners.forEach(learner -> learner.get("/class"));
        ExecutorService hands = Executors.newFixedThreadPool(learners.size());
        CyclicBarrier together = new CyclicBarrier(learners.size());
        try {
            List<Callable<Pressed>> acts = new ArrayList<>();
            for (Reader learner : learners) {
                acts.add(() -> {
                    List<String> form = List.of("press", press, "step", learner.step(), "to", "0", "card", "cat");
                    together.await();
                    long start = System.nanoTime();
                    var answer = learner.post("/class", form);
                    return new Pressed(
                            answer.statusCode(),
                            answer.headers().firstValue("Location").orElse(""),
                            System.nanoTime() - start);
                });
            }
            List<Pressed> pressed = new ArrayList<>();
            for (Future<Pressed> each : hands.invokeAll(acts)) {
                pressed.add(each.get());
            }
            return pressed;
        } finally {
            hands.shutdownNow();
        }
    }
}
