package popbeforesmtp.sandbox.press;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import popbeforesmtp.mailclient.MailProgram;

/** A step of a letter's way that can be tried by itself. A later one goes all the way up to it, on a fresh line. */
public enum LadderStep {
    /** Looking up the name of the sending server. */
    NAME(MailProgram.SMTP_PORT, 0),
    /** Calling the receiving server. */
    CONNECT_110(MailProgram.POP3_PORT, 0),
    /** Calling the sending server. */
    CONNECT_25(MailProgram.SMTP_PORT, 0),
    /** Hearing its greeting. */
    GREETING(MailProgram.SMTP_PORT, 0),
    /** Saying one's own name. */
    EHLO(MailProgram.SMTP_PORT, 1),
    /** Naming the sender. */
    MAIL(MailProgram.SMTP_PORT, 2),
    /** Naming the recipient. */
    RCPT(MailProgram.SMTP_PORT, 3);

    private final int port;
    private final int lines;

    LadderStep(int port, int lines) {
        this.port = port;
        this.lines = lines;
    }

    /** The name in content, forms and links: {@code connect-25}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The step of that name, or nothing. */
    public static Optional<LadderStep> of(String id) {
        return Arrays.stream(values()).filter(rung -> rung.id().equals(id)).findFirst();
    }

    /** The port that is called. */
    public int port() {
        return port;
    }

    /** The host that is called. */
    public String host(Options options) {
        return this == CONNECT_110 ? options.incoming() : options.outgoing();
    }

    /** What is said on the line, in this order. */
    public List<String> lines(Person person, Options options) {
        return List.of(
                        "EHLO " + person.computer(),
                        "MAIL FROM:<" + person.address(options.incoming()) + ">",
                        "RCPT TO:<"
                                + Recipients.TARO.addresses(options.outgoing()).get(0) + ">")
                .subList(0, lines);
    }
}
