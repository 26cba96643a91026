package popbeforesmtp.benchmark;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.net.smtp.SMTPClient;
import popbeforesmtp.Practice;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.SetUp;
import popbeforesmtp.sandbox.world.Answer;
import popbeforesmtp.sandbox.world.SeatSession;
import popbeforesmtp.sandbox.world.WorldView;
import popbeforesmtp.sandbox.world.Worlds;

/** Prints what the servers, the worlds and the site cost. */
public final class Benchmark {

    private static final int ROUNDS = 5;
    private static final int WARM_UP = 2_000;

    private Benchmark() {}

    /** A thing to be timed. */
    private interface Work {
        void run() throws Exception;
    }

    /** Prints the figures; takes about two minutes. */
    public static void main(String[] arguments) throws Exception {
        System.out.printf(
                Locale.ROOT,
                "Java %s, %d cores%n",
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors());
        heap(); // first: what others leave behind would be counted
        try (Practice practice = Practice.start()) {
            receiveThenSend(practice);
            replay(practice);
        }
        messages();
        WebBenchmark.run();
    }

    private static void receiveThenSend(Practice practice) throws Exception {
        SeatSession world = practice.worlds().make("benchmark", "here").seat(SeatId.FIRST);
        List<BareExchange> bare = new ArrayList<>();
        for (Press press : List.of(new Press.Receive(), new Press.Send())) {
            bare.add(new BareExchange(
                    world.press(world.view().step(), SetUp.FREE, press).view().talk()));
        }
        Work real = () -> receiveAndSend(world);
        Work floor = () -> {
            for (BareExchange exchange : bare) {
                exchange.play();
            }
        };
        median(real, WARM_UP);
        median(floor, WARM_UP);
        for (int round = 1; round <= ROUNDS; round++) {
            double millis = median(real, 200);
            double floorMillis = median(floor, 200);
            System.out.printf(
                    Locale.ROOT,
                    "receive, then send: %.2f ms; bare sockets %.2f ms; ratio %.2f%n",
                    millis,
                    floorMillis,
                    millis / floorMillis);
        }
    }

    private static void receiveAndSend(SeatSession world) {
        WorldView view = world.view();
        if (view.presses() > 190) {
            view = done(world.press(view.step(), SetUp.FREE, new Press.Begin(SetUp.FREE)));
        }
        view = done(world.press(view.step(), SetUp.FREE, new Press.Receive()));
        done(world.press(view.step(), SetUp.FREE, new Press.Send()));
    }

    private static WorldView done(Answer answer) {
        if (answer.kind() != Answer.Kind.DONE) {
            throw new IllegalStateException("not done: " + answer.kind());
        }
        return answer.view();
    }

    private static void replay(Practice practice) throws Exception {
        SeatSession world = practice.worlds().make("replay", "here").seat(SeatId.FIRST);
        for (int i = 0; i < 15; i++) {
            receiveAndSend(world);
        }
        WorldView view = world.view();
        double millis = median(
                () -> {
                    WorldView now = world.view();
                    WorldView pressed =
                            done(world.press(now.step(), SetUp.FREE, new Press.Advance(Press.ClockMove.ONE_MINUTE)));
                    done(world.undo(pressed.step()));
                },
                20);
        System.out.printf(Locale.ROOT, "play %d presses again: %.1f ms%n", view.presses(), millis);
    }

    /** Mails a second over one connection each, against GreenMail as it comes. */
    private static void messages() throws Exception {
        GreenMail stock = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        stock.setUser("hanako@plala.example", "hanako", "sakura");
        stock.start();
        try (OwnServer own = new OwnServer()) {
            int stockPort = stock.getSmtp().getPort();
            for (int round = 1; round <= 3; round++) {
                double ours = perSecond(() -> mail(own.port(), own), 300);
                double theirs = perSecond(() -> mail(stockPort, null), 30);
                System.out.printf(
                        Locale.ROOT,
                        "mails a second, a connection each: %.0f; stock GreenMail %.0f; ratio %.1f%n",
                        ours,
                        theirs,
                        ours / theirs);
            }
        } finally {
            stock.stop();
        }
    }

    private static void mail(int port, OwnServer own) throws Exception {
        SMTPClient client = new SMTPClient();
        if (own != null) {
            own.call(client);
        } else {
            client.connect(InetAddress.getLoopbackAddress(), port);
        }
        client.helo("pc");
        client.setSender("taro@friend.example");
        client.addRecipient("hanako@plala.example");
        if (!client.sendShortMessageData("Subject: hello\r\n\r\nhello\r\n")) {
            throw new IllegalStateException(client.getReplyString());
        }
        client.logout();
        client.disconnect();
    }

    private static void heap() {
        try (Practice practice =
                Practice.start(new Worlds.Limits(20_000, 20_000, Duration.ofMinutes(10), Duration.ofHours(24)))) {
            long empty = used();
            for (int i = 0; i < 1_000; i++) {
                receiveAndSend(practice.worlds().make("active" + i, "here").seat(SeatId.FIRST));
            }
            long active = used();
            System.out.printf(
                    Locale.ROOT,
                    "1,000 active worlds (receive, send): %.1f MiB, %.1f kB each%n",
                    (active - empty) / 1048576.0,
                    (active - empty) / 1000.0 / 1000);
            for (int i = 0; i < 10_000; i++) {
                SeatSession world = practice.worlds().make("idle" + i, "here").seat(SeatId.FIRST);
                done(world.press(world.view().step(), SetUp.FREE, new Press.Receive()));
                if (i % 100 == 99) {
                    practice.clock().turn(Duration.ofMinutes(11));
                    practice.worlds().sweep();
                }
            }
            long all = used();
            if (practice.worlds().size() != 11_000) {
                throw new IllegalStateException(practice.worlds().size() + " worlds");
            }
            System.out.printf(
                    Locale.ROOT,
                    "11,000 worlds, all but 100 idle: %.1f MiB, %.2f kB each%n",
                    (all - empty) / 1048576.0,
                    (all - empty) / 1000.0 / 11_000);
        }
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static double perSecond(Work work, int times) throws Exception {
        long start = System.nanoTime();
        for (int i = 0; i < times; i++) {
            work.run();
        }
        return times * 1e9 / (System.nanoTime() - start);
    }

    /** The median time in milliseconds. */
    private static double median(Work work, int times) throws Exception {
        long[] nanos = new long[times];
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            work.run();
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return nanos[times / 2] / 1e6;
    }
}
