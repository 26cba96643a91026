package popbeforesmtp.sandbox.press;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import popbeforesmtp.mailclient.Incoming;
import popbeforesmtp.mailclient.MailProgram;
import popbeforesmtp.mailclient.Outgoing;
import popbeforesmtp.network.CentreNetwork;

/**
 * What a learner has chosen: an answer to every {@link Setting}. Never changes; another answer makes new ones.
 *
 * @param answers by setting, none missing
 */
public record Options(Map<Setting, String> answers) {

    /** The options that a world has unless its set-up says otherwise. */
    public static final Options USUAL = new Options(Map.of());

    /**
     * Completes what is missing with the usual answers.
     *
     * @throws IllegalArgumentException if an answer is none of those that there are
     */
    public Options {
        Map<Setting, String> all = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            String answer = answers.getOrDefault(setting, setting.usual());
            if (!setting.answers().contains(answer)) {
                throw new IllegalArgumentException("no such choice: " + setting.id() + " " + answer);
            }
            all.put(setting, answer);
        }
        answers = Collections.unmodifiableMap(all);
    }

    /**
     * The same with another answer to one question.
     *
     * @throws IllegalArgumentException if it is none of those that there are
     */
    public Options with(Setting setting, String answer) {
        Map<Setting, String> other = new EnumMap<>(answers);
        other.put(setting, answer);
        return new Options(other);
    }

    /** The answer to a question. */
    public String answer(Setting setting) {
        return Objects.requireNonNull(answers.get(setting));
    }

    /** The host that mail is received from, {@code plala.example}. */
    public String incoming() {
        return answer(Setting.INCOMING);
    }

    /** The host that mail is sent through. */
    public String outgoing() {
        return answer(Setting.OUTGOING);
    }

    /** The habits of the mail program. */
    public Program program() {
        return Program.of(answer(Setting.PROGRAM)).orElseThrow();
    }

    /** Minutes for which a log-in opens sending at plala. */
    public int window() {
        return Integer.parseInt(answer(Setting.WINDOW));
    }

    /** What the community centre's network does. */
    public CentreNetwork centre() {
        return CentreNetwork.of(answer(Setting.CENTRE)).orElseThrow();
    }

    /** Whether the letter claims to come from hanako, whoever sits there. */
    public boolean asHanako() {
        return answer(Setting.SENDER).equals("hanako");
    }

    /** Whom the letter is for. */
    public Recipients recipients() {
        return Recipients.of(answer(Setting.RECIPIENTS)).orElseThrow();
    }

    /** Whether the mail program has the right password. */
    public boolean rightPassword() {
        return answer(Setting.PASSWORD).equals("right");
    }

    /** The program that keeps the lists, {@code drac}. */
    public String server() {
        return answer(Setting.SERVER);
    }

    /** Where the mail program sends: 25, 587 or 465. */
    public int port() {
        return Integer.parseInt(answer(Setting.PORT));
    }

    /** How the mail program is set to send. */
    public Outgoing sending() {
        return new Outgoing(port(), tls(), auth());
    }

    /** Where the mail program receives: 110 or 995. */
    public int popPort() {
        return answer(Setting.POP3).equals("995") ? MailProgram.POP3S_PORT : MailProgram.POP3_PORT;
    }

    /** How the mail program is set to receive. */
    public Incoming receiving() {
        return new Incoming(popPort(), tls(), answer(Setting.POP3).equals("apop"));
    }

    private boolean tls() {
        return answer(Setting.TLS).equals("on");
    }

    /** Whether the mail program gives name and password when it sends, if the server offers to check them. */
    public boolean auth() {
        return answer(Setting.AUTH).equals("on");
    }
}
