package popbeforesmtp.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import popbeforesmtp.App;
import popbeforesmtp.Setup;
import popbeforesmtp.store.Postgres;
import popbeforesmtp.web.Reader;
import popbeforesmtp.web.SamePage;
import popbeforesmtp.web.classroom.Room;

/**
 * A class whose seats press in one round at the same moment, each led to the next of three processes over one PostgreSQL, and
 * one of these killed in the middle: every press is done once, and what the teacher sees is what a single process shows. The
 * long form, a class of 40:
 *
 * <pre>mvn test -Dtest=ClassOfManyProcessesTest -DtestArgs="-Dseats=40"</pre>
 */
class ClassOfManyProcessesTest {

    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    private static final int SEATS = Integer.getInteger("seats", 9);
    private static final int READER = 2;

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void every_seat_presses_once_although_a_process_is_killed() throws Exception {
        String expected;
        try (App app = new App(Setup.usual().withSite(SiteMain.OPTIONS))) {
            app.start("127.0.0.1", 0);
            expected = lesson(app::port, () -> {});
        }
        String database = POSTGRES.database();
        try (SiteProcess one = SiteProcess.start(database);
                SiteProcess two = SiteProcess.start(database);
                SiteProcess three = SiteProcess.start(database)) {
            AtomicInteger turn = new AtomicInteger();
            List<SiteProcess> all = List.of(one, two, three);
            IntSupplier next =
                    () -> all.get(turn.getAndIncrement() % all.size()).port();
            SamePage.expect("the teacher's board", lesson(next, two::kill), expected);
        }
    }

    /** Everybody sends, one receives, everybody sends; what the teacher's board says then. */
    private static String lesson(IntSupplier ports, Runnable inTheMiddle) throws Exception {
        Room room = Room.open(new Reader(ports));
        List<Reader> seats = IntStream.rangeClosed(1, SEATS)
                .mapToObj(seat -> {
                    Reader learner = new Reader(ports);
                    room.join(learner, seat);
                    return learner;
                })
                .toList();
        room.act("act", "round");
        AtomicInteger answered = new AtomicInteger();
        all(seats, "send", () -> {
            if (answered.incrementAndGet() == SEATS / 2) {
                inTheMiddle.run();
            }
        });
        all(List.of(seats.get(READER)), "receive", () -> {});
        all(seats, "send", () -> {});
        for (int i = 0; i < SEATS; i++) {
            Reader seat = seats.get(i);
            int left = i == READER ? 7 : 8;
            assertThat(answered(() -> seat.get("/class")).body()).contains("data-outcome=\"sent\"", "あと" + left + "回");
        }
        Reader teacher = room.teacher();
        return answered(() -> teacher.get("/teach/board"))
                .body()
                .replace(room.code(), "the code")
                .replaceAll("helper=[\\w-]+", "the helpers' key");
    }

    /** All press at once, each again from the same page while nobody answers. */
    private static void all(List<Reader> seats, String press, Runnable afterEach) throws Exception {
        seats.forEach(seat -> answered(() -> seat.get("/class")));
        ExecutorService hands = Executors.newFixedThreadPool(seats.size());
        try {
            List<Callable<Integer>> presses = new ArrayList<>();
            for (Reader seat : seats) {
                List<String> form = List.of("press", press, "step", seat.step(), "to", "0", "card", "cat");
                presses.add(() -> {
                    int status = answered(() -> seat.post("/class", form)).statusCode();
                    afterEach.run();
                    return status;
                });
            }
            for (Future<Integer> each : hands.invokeAll(presses)) {
                assertThat(each.get()).isEqualTo(303);
            }
        } finally {
            hands.shutdownNow();
        }
    }

    private static HttpResponse<String> answered(Supplier<HttpResponse<String>> ask) {
        while (true) {
            try {
                return ask.get();
            } catch (AssertionError e) {
                if (!(e.getCause() instanceof IOException)) {
                    throw e;
                }
            }
        }
    }
}
