package popbeforesmtp.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import popbeforesmtp.gate.behaviour.RelayBehaviour;

/** The engines against a model that is written another way, over every short sequence of acts. */
class EnginesTest {

    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final List<InetAddress> ADDRESSES = List.of(Desks.A, Desks.B);
    private static final List<String> USERS = List.of("hanako", "jiro");

    @ParameterizedTest
    @CsvSource({
        // the four engines: the bell, the log watcher, the doorman, the name book
        "drac, 5",
        "pop-before-smtp, 5",
        "vpopmail, 5",
        "xmail, 5",
        // the others
        "poprelayd, 4",
        "relay-ctrl, 4",
        "qmail-ldap, 4",
        "dbmail, 4",
        "plain, 4"
    })
    void every_short_sequence_agrees_with_the_model(String program, int length) {
        RelayBehaviour behaviour = Desks.program(program).within(WINDOW);
        AtomicInteger questions = new AtomicInteger();
        AtomicInteger taken = new AtomicInteger();
        ServerActs.sequences(length, acts -> {
            ServerModel model = ServerModel.of(program, WINDOW.toSeconds());
            PureDesks desks = new PureDesks(behaviour);
            Map<InetAddress, OpenLine> lines = new HashMap<>();
            for (ServerActs act : acts) {
                InetAddress from = ADDRESSES.get(model.address());
                String user = USERS.get(model.user());
                switch (act) {
                    case LOG_IN -> {
                        desks.logIn(from, user);
                        model.logIn(false);
                    }
                    case LOG_IN_LOCKED -> {
                        desks.logInLocked(from, user);
                        model.logIn(true);
                    }
                    case SEND -> {
                        questions.incrementAndGet();
                        boolean sent = desks.send(from, user + "@plala.example");
                        same(acts, sent, model.send());
                        taken.addAndGet(sent ? 1 : 0);
                    }
                    case SEND_ON_THE_OPEN_LINE -> {
                        questions.incrementAndGet();
                        OpenLine line = lines.computeIfAbsent(from, absent -> new OpenLine(desks, from));
                        same(acts, line.send(user), model.sendOnTheOpenLine());
                    }
                    case SWEEP -> {
                        if (model.hasClock()) {
                            same(
                                    acts,
                                    desks.gate.due(desks.now()).orElseThrow().at(),
                                    Desks.START.plusSeconds(model.due()));
                        }
                        pass(desks, model, act);
                    }
                    default -> pass(desks, model, act);
                }
            }
        });
        assertThat(questions.get()).isGreaterThan(3 * (int) Math.pow(10, length - 1));
        assertThat(taken.get()).isBetween(questions.get() / 100, questions.get() / 2);
    }

    private static void pass(PureDesks desks, ServerModel model, ServerActs act) {
        model.act(act);
        desks.at(Desks.START.plusSeconds(model.now()));
    }

    private static void same(List<ServerActs> acts, Object gate, Object model) {
        if (!gate.equals(model)) {
            assertThat(gate).as("%s", acts).isEqualTo(model);
        }
    }

    /** A line that stays up; another sender begins another mail on it. */
    private static final class OpenLine {

        private final PureDesks.PureLine line;
        private String sender = "";

        OpenLine(PureDesks desks, InetAddress from) {
            line = desks.connect(from);
        }

        boolean send(String user) {
            if (!sender.equals(user)) {
                sender = user;
                line.mail(user + "@plala.example");
            }
            return line.taro();
        }
    }
}
