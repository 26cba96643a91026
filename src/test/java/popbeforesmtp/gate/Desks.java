package popbeforesmtp.gate;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import popbeforesmtp.gate.behaviour.RelayBehaviour;
import popbeforesmtp.lesson.experiment.ServerProgram;
import popbeforesmtp.lesson.experiment.ServerPrograms;
import popbeforesmtp.lesson.source.ResourceRoot;
import popbeforesmtp.lesson.source.YamlNode;

/** The two desks of plala and the gate between them, as they are used from outside: who calls, and what he says. */
public interface Desks {

    Instant START = Instant.parse("2007-04-02T05:00:00Z");
    InetAddress A = address("198.51.100.7");
    InetAddress B = address("198.18.77.9");
    InetAddress SIXTH = address("2001:db8::b");
    String TARO = "taro@friend.example";
    String HANAKO = "hanako@plala.example";
    ServerPrograms PROGRAMS = ServerPrograms.read(
            YamlNode.read(ServerPrograms.FACTS, ResourceRoot.live(Path.of("")).text(ServerPrograms.FACTS)));

    static RelayBehaviour program(String id) {
        return PROGRAMS.find(id).map(ServerProgram::behaviour).orElseThrow();
    }

    static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * What a log-in came to.
     *
     * @param succeeded whether it did
     * @param waited how late the answer was
     */
    record LoggedIn(boolean succeeded, Duration waited) {}

    /** A line to the sending desk that is up. */
    interface Line {

        /** What was said at the beginning. */
        String greeting();

        /** How late that was. */
        Duration waited();

        /** Gives a sender, after RSET if there was one. */
        Line mail(String sender);

        /** What is said to a recipient. */
        String reply(String recipient);

        void hangUp();
    }

    RelayPolicy gate();

    Instant now();

    Desks at(Instant time);

    Desks later(long seconds);

    /** Logs in with the right password, and out. */
    LoggedIn receive(InetAddress from, String user);

    /** Tries to log in with a wrong password. */
    void logInWrong(InetAddress from, String user);

    /** Gives the right password for a mailbox that somebody at A reads just now. */
    void logInLocked(InetAddress from, String user);

    /** Gives the right password, and the mailbox cannot be opened. */
    void logInBroken(InetAddress from, String user);

    /** Gives a sender in a form that is refused. */
    void logged(InetAddress from, String argument);

    Line connect(InetAddress from);
}
