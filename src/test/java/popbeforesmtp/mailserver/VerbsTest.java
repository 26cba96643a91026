package popbeforesmtp.mailserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import popbeforesmtp.mailserver.mailbox.Letter;
import popbeforesmtp.mailserver.pop3.Pop3Verb;
import popbeforesmtp.mailserver.smtp.SmtpVerb;

/**
 * Every verb in every state, over real sockets. A row is a command, a column a state; a cell is what the reply begins
 * with and, where the state changes, the state after it.
 */
class VerbsTest {

    private static final TestServers SERVERS = new TestServers();

    private static final String ANYWHERE_IN_SMTP = """
            HELO                           | 501 5.5.4
            EHLO                           | 501 5.5.4
            EHLO\ttab                      | 500 5.5.1
            NOOP                           | 250 2.0.0
            noop whatever                  | 250 2.0.0
            RSET x                         | 501 5.5.4
            QUIT x                         | 501 5.5.4
            QUIT                           | 221 2.0.0 > end
            HELP                           | 214 2.0.0
            HELP MAIL                      | 214 2.0.0
            GET / HTTP/1.1                 | 421 4.7.0 > end
            Host: localhost                | 421 4.7.0 > end
            EXPN list                      | 502 5.5.1
            ETRN plala.example             | 502 5.5.1
            BDAT 10 LAST                   | 502 5.5.1
            TURN                           | 502 5.5.1
            SEND FROM:<a@b.example>        | 502 5.5.1
            SOML FROM:<a@b.example>        | 502 5.5.1
            SAML FROM:<a@b.example>        | 502 5.5.1
            USER hanako                    | 500 5.5.1
            MAILFROM:<a@b.example>         | 500 5.5.1
            ''                             | 500 5.5.1
            """;

    private static final String SMTP = """
            command                        | connected  | greeted             | sender                 | recipient
            HELO pc                        | 250 > greeted | 250              | 250 > greeted          | 250 > greeted
            EHLO pc                        | 250 > greeted | 250              | 250 > greeted          | 250 > greeted
            MAIL FROM:<a@b.example>        | 503 5.5.1  | 250 2.1.0 > sender  | 503 5.5.1              | 503 5.5.1
            MAIL FROM:<>                   | 503 5.5.1  | 250 2.1.0 > sender  | 503 5.5.1              | 503 5.5.1
            MAIL FROM:<a@b.example> X=1    | 503 5.5.1  | 555 5.5.4           | 503 5.5.1              | 503 5.5.1
            MAIL FROM:<a@b.example> SIZE=9999999 | 503 5.5.1 | 552 5.3.4      | 503 5.5.1              | 503 5.5.1
            MAIL                           | 503 5.5.1  | 501 5.5.4           | 503 5.5.1              | 503 5.5.1
            RCPT TO:<hanako@plala.example> | 503 5.5.1  | 503 5.5.1           | 250 2.1.5 > recipient  | 250 2.1.5
            RCPT TO:<postmaster>           | 503 5.5.1  | 503 5.5.1           | 250 2.1.5 > recipient  | 250 2.1.5
            RCPT TO:<taro@friend.example>  | 503 5.5.1  | 503 5.5.1           | 550 5.7.1              | 550 5.7.1
            RCPT TO:<jiro@plala.example>   | 503 5.5.1  | 503 5.5.1           | 550 5.1.1              | 550 5.1.1
            RCPT TO:<>                     | 503 5.5.1  | 503 5.5.1           | 501 5.1.3              | 501 5.1.3
            RCPT                           | 503 5.5.1  | 503 5.5.1           | 501 5.5.4              | 501 5.5.4
            DATA                           | 503 5.5.1  | 503 5.5.1           | 503 5.5.1              | 354 > data
            DATA x                         | 503 5.5.1  | 503 5.5.1           | 503 5.5.1              | 501 5.5.4
            RSET                           | 250 2.0.0  | 250 2.0.0           | 250 2.0.0 > greeted    | 250 2.0.0 > greeted
            VRFY hanako                    | 252 2.5.0  | 252 2.5.0           | 252 2.5.0              | 252 2.5.0
            VRFY                           | 501 5.5.4  | 501 5.5.4           | 501 5.5.4              | 501 5.5.4
            AUTH LOGIN                     | 502 5.5.1  | 502 5.5.1           | 502 5.5.1              | 502 5.5.1
            AUTH                           | 502 5.5.1  | 502 5.5.1           | 502 5.5.1              | 502 5.5.1
            STARTTLS                       | 502 5.5.1  | 502 5.5.1           | 502 5.5.1              | 502 5.5.1
            """;

    private static final String SUBMISSION = """
            command                        | connected | helo          | ehlo      | member             | sender                | recipient
            HELO pc                        | 250 > helo | 250          | 250 > helo | 250               | 250 > member          | 250 > member
            EHLO pc                        | 250 > ehlo | 250 > ehlo   | 250       | 250                | 250 > member          | 250 > member
            AUTH PLAIN AGhhbmFrbwBzYWt1cmE= | 503 5.5.1 | 503 5.5.1    | 235 2.7.0 > member | 503 5.5.1 | 503 5.5.1             | 503 5.5.1
            AUTH PLAIN AGhhbmFrbwB4        | 503 5.5.1 | 503 5.5.1     | 535 5.7.8 | 503 5.5.1          | 503 5.5.1             | 503 5.5.1
            AUTH CRAM-MD5                  | 503 5.5.1 | 503 5.5.1     | 504 5.5.4 | 503 5.5.1          | 503 5.5.1             | 503 5.5.1
            AUTH                           | 503 5.5.1 | 503 5.5.1     | 501 5.5.4 | 503 5.5.1          | 503 5.5.1             | 503 5.5.1
            MAIL FROM:<a@b.example>        | 503 5.5.1 | 530 5.7.0     | 530 5.7.0 | 250 2.1.0 > sender | 503 5.5.1             | 503 5.5.1
            MAIL FROM:<> AUTH=<>           | 503 5.5.1 | 530 5.7.0     | 530 5.7.0 | 250 2.1.0 > sender | 503 5.5.1             | 503 5.5.1
            MAIL FROM:<> AUTH=             | 503 5.5.1 | 530 5.7.0     | 530 5.7.0 | 501 5.5.4          | 503 5.5.1             | 503 5.5.1
            MAIL                           | 503 5.5.1 | 530 5.7.0     | 530 5.7.0 | 501 5.5.4          | 503 5.5.1             | 503 5.5.1
            RCPT TO:<hanako@plala.example> | 503 5.5.1 | 530 5.7.0     | 530 5.7.0 | 503 5.5.1          | 250 2.1.5 > recipient | 250 2.1.5
            RCPT TO:<taro@friend.example>  | 503 5.5.1 | 530 5.7.0     | 530 5.7.0 | 503 5.5.1          | 250 2.1.5 > recipient | 250 2.1.5
            RCPT TO:<jiro@plala.example>   | 503 5.5.1 | 530 5.7.0     | 530 5.7.0 | 503 5.5.1          | 550 5.1.1             | 550 5.1.1
            DATA                           | 503 5.5.1 | 530 5.7.0     | 530 5.7.0 | 503 5.5.1          | 503 5.5.1             | 354 > data
            RSET                           | 250 2.0.0 | 250 2.0.0     | 250 2.0.0 | 250 2.0.0          | 250 2.0.0 > member    | 250 2.0.0 > member
            VRFY hanako                    | 530 5.7.0 | 530 5.7.0     | 530 5.7.0 | 252 2.5.0          | 252 2.5.0             | 252 2.5.0
            STARTTLS                       | 503 5.5.1 | 503 5.5.1     | 220 > tls | 220 > tls          | 220 > tls             | 220 > tls
            STARTTLS now                   | 503 5.5.1 | 503 5.5.1     | 501 5.5.4 | 501 5.5.4          | 501 5.5.4             | 501 5.5.4
            """;

    private static final String POP3 = """
            command      | connected        | named             | transaction
            USER hanako  | +OK > named      | +OK               | -ERR
            USER         | -ERR             | -ERR > connected  | -ERR
            PASS sakura  | -ERR             | +OK > transaction | -ERR
            PASS wrong   | -ERR             | -ERR [AUTH] > connected | -ERR
            PASS         | -ERR             | -ERR [AUTH] > connected | -ERR
            STAT         | -ERR             | -ERR              | +OK 2
            STAT 1       | -ERR             | -ERR              | -ERR
            LIST         | -ERR             | -ERR              | +OK
            LIST 1       | -ERR             | -ERR              | +OK 1
            LIST 3       | -ERR             | -ERR              | -ERR
            UIDL         | -ERR             | -ERR              | +OK
            UIDL 2       | -ERR             | -ERR              | +OK 2 2
            RETR 1       | -ERR             | -ERR              | +OK
            RETR 3       | -ERR             | -ERR              | -ERR
            RETR         | -ERR             | -ERR              | -ERR
            TOP 1 0      | -ERR             | -ERR              | +OK
            TOP 1        | -ERR             | -ERR              | -ERR
            DELE 1       | -ERR             | -ERR              | +OK
            DELE 3       | -ERR             | -ERR              | -ERR
            RSET         | -ERR             | -ERR              | +OK
            NOOP         | -ERR             | -ERR              | +OK
            NOOP x       | -ERR             | -ERR              | -ERR
            CAPA         | +OK              | +OK               | +OK
            CAPA x       | -ERR             | -ERR              | -ERR
            APOP a b     | -ERR [AUTH]      | -ERR [AUTH] > connected | -ERR
            APOP hanako  | -ERR             | -ERR              | -ERR
            APOP a b c   | -ERR             | -ERR              | -ERR
            AUTH PLAIN   | -ERR             | -ERR              | -ERR
            STLS         | +OK > tls        | +OK > tls         | -ERR
            STLS now     | -ERR             | -ERR              | -ERR
            HELO pc      | -ERR             | -ERR              | -ERR
            ''           | -ERR             | -ERR              | -ERR
            QUIT x       | -ERR             | -ERR              | -ERR
            QUIT         | +OK > end        | +OK > end         | +OK > end
            """;

    /** Under TLS from the first octet everything is the same, but that nobody can ask for it. */
    private static final Map<Integer, String> TABLES = Map.of(
            25,
            SMTP,
            587,
            SUBMISSION,
            465,
            SUBMISSION
                    .replace("220 > tls", "503 5.5.1")
                    .replace(
                            "501 5.5.4 | 501 5.5.4          | 501 5.5.4             | 501 5.5.4\n",
                            "503 5.5.1 | 503 5.5.1 | 503 5.5.1 | 503 5.5.1\n"),
            110,
            POP3,
            995,
            POP3.replace("+OK > tls", "-ERR"));

    /** How each state is reached. */
    private static final Map<Integer, Map<String, List<String>>> WAYS = Map.of(
            25,
            Map.of(
                    "connected", List.of(),
                    "greeted", List.of("EHLO pc"),
                    "sender", List.of("EHLO pc", "MAIL FROM:<a@b.example>", "RCPT TO:<taro@friend.example>"),
                    "recipient", List.of("EHLO pc", "MAIL FROM:<a@b.example>", "RCPT TO:<hanako@plala.example>")),
            587,
            Map.of(
                    "connected", List.of(),
                    "helo", List.of("HELO pc"),
                    "ehlo", List.of("EHLO pc"),
                    "member", List.of("EHLO pc", "AUTH PLAIN AGhhbmFrbwBzYWt1cmE="),
                    "sender", List.of("EHLO pc", "AUTH PLAIN AGhhbmFrbwBzYWt1cmE=", "MAIL FROM:<>"),
                    "recipient",
                            List.of(
                                    "EHLO pc",
                                    "AUTH PLAIN AGhhbmFrbwBzYWt1cmE=",
                                    "MAIL FROM:<>",
                                    "RCPT TO:<taro@friend.example>")),
            110,
            Map.of(
                    "connected", List.of(),
                    "named", List.of("USER hanako"),
                    "transaction", List.of("USER hanako", "PASS sakura")));

    private record Cell(int port, String state, String command, String reply, String after) {
        @Override
        public String toString() {
            return port + ", " + state + ": " + command;
        }
    }

    @AfterAll
    static void close() {
        SERVERS.close();
    }

    private static Stream<Cell> table(int port, String text) {
        List<List<String>> rows = text.lines().map(VerbsTest::words).toList();
        List<String> states = rows.get(0).subList(1, rows.get(0).size());
        Stream<List<String>> anywhere = isPop3(port)
                ? Stream.of()
                : ANYWHERE_IN_SMTP
                        .lines()
                        .map(VerbsTest::words)
                        .map(row -> Stream.concat(
                                        Stream.of(row.get(0)), states.stream().map(state -> row.get(1)))
                                .toList());
        return Stream.concat(rows.stream().skip(1), anywhere)
                .flatMap(row -> states.stream()
                        .map(state -> cell(port, state, row.get(0), row.get(states.indexOf(state) + 1))));
    }

    private static List<String> words(String row) {
        return Arrays.stream(row.split("\\|", -1)).map(String::strip).toList();
    }

    private static Cell cell(int port, String state, String command, String cell) {
        String[] parts = cell.split(" > ", -1);
        return new Cell(
                port, state, command.equals("''") ? "" : command, parts[0], parts.length > 1 ? parts[1] : state);
    }

    @ParameterizedTest
    @ValueSource(ints = {25, 587, 110, 465, 995})
    void each_verb_is_answered_by_its_state(int port) {
        List<Cell> cells = table(port, TABLES.get(port)).toList();
        TestWorld world = SERVERS.world(Integer.toString(port));
        world.plala.put("hanako", Letter.of("1"));
        world.plala.put("hanako", Letter.of("2"));
        List<String> wrong = new ArrayList<>();
        for (Cell cell : cells) {
            String played = played(world, cell);
            if (!played.startsWith(cell.reply) || !played.endsWith(" > " + cell.after)) {
                wrong.add(cell + ": " + played);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(cells).hasSizeGreaterThan(90);
    }

    private static String played(TestWorld world, Cell cell) {
        try (Line line = world.dial(cell.port)) {
            if (cell.port == 465 || cell.port == 995) {
                line.seal((cell.port == 995 ? "pop" : "smtp") + ".plala.example");
            }
            line.readLine();
            for (String command : WAYS.get(desk(cell.port)).get(cell.state)) {
                line.send(command + "\r\n").readReply();
            }
            line.send(cell.command + "\r\n");
            String reply = isPop3(cell.port) ? line.readLine() : line.readReply();
            if (reply.startsWith("220") || reply.equals("+OK Begin TLS")) {
                return reply + " > tls";
            }
            if (reply.startsWith("354")) {
                return reply + " > " + (line.ask(".").startsWith("250 2.0.0") ? "data" : "?");
            }
            if (reply.startsWith("+OK")) {
                readRest(line, cell);
            }
            return reply + " > " + state(line, cell.port);
        }
    }

    private static boolean isPop3(int port) {
        return desk(port) == 110;
    }

    /** The port where the same is said without TLS. */
    private static int desk(int port) {
        return switch (port) {
            case 465 -> 587;
            case 995 -> 110;
            default -> port;
        };
    }

    private static void readRest(Line line, Cell cell) {
        if (Stream.of("LIST", "UIDL", "RETR 1", "TOP 1 0", "CAPA").anyMatch(cell.command::equals)) {
            line.readUpToDot();
        }
    }

    /** Finds out the state by asking. */
    private static String state(Line line, int port) {
        String mail = isPop3(port) ? "PASS" : "MAIL FROM:<x@y.example>";
        Optional<String> reply = line.tryToAsk(mail);
        return reply.map(found -> state(line, port, found)).orElse("end");
    }

    private static String state(Line line, int port, String reply) {
        if (isPop3(port)) {
            return switch (reply) {
                case "-ERR USER comes first" -> "connected";
                case "-ERR [AUTH] Wrong name or password" -> "named";
                case "-ERR Logged in already" -> "transaction";
                default -> reply;
            };
        }
        return switch (reply) {
            case "503 5.5.1 HELO or EHLO comes first" -> "connected";
            case "250 2.1.0 <x@y.example>: Sender ok" -> desk(port) == 587 ? "member" : "greeted";
            case "530 5.7.0 Authentication required" -> line.ask("AUTH NONE").startsWith("504") ? "ehlo" : "helo";
            case "503 5.5.1 Sender is given already" -> line.ask("DATA").startsWith("354") ? "recipient" : "sender";
            default -> reply;
        };
    }

    @Test
    void the_tables_have_every_verb() {
        String smtp = SMTP + SUBMISSION + ANYWHERE_IN_SMTP;
        assertThat(Stream.of(SmtpVerb.values()).map(Enum::name).collect(Collectors.toSet()))
                .allMatch(smtp::contains);
        assertThat(Stream.of(Pop3Verb.values()).map(Enum::name).collect(Collectors.toSet()))
                .allMatch(POP3::contains);
    }
}
