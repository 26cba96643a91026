package popbeforesmtp.sandbox.press;

import java.util.List;
import popbeforesmtp.mailclient.MailProgram;
import popbeforesmtp.network.CentreNetwork;

/**
 * What a learner can choose.
 *
 * @param incoming the host that mail is received from: plala, dion or yahoo ({@code plala.example})
 * @param outgoing the host that mail is sent through: those or asahi
 * @param program the habits of the mail program
 * @param window minutes for which a log-in opens sending at plala: 5, 10, 15 or 30; the other hosts' are fixed
 * @param centre what the community centre's network does
 * @param asHanako whether the letter claims to come from hanako, whoever sits there
 * @param recipients whom the letter is for
 * @param rightPassword whether the mail program has the right password
 * @param port where the mail program sends: 25, or 587 as today
 * @param auth whether the mail program gives name and password when it sends, if the server offers to check them
 */
public record Options(
        String incoming,
        String outgoing,
        Program program,
        int window,
        CentreNetwork centre,
        boolean asHanako,
        Recipients recipients,
        boolean rightPassword,
        int port,
        boolean auth) {

    /** The ports that mail can be sent through. */
    public static final List<Integer> PORTS = List.of(MailProgram.SMTP_PORT, MailProgram.SUBMISSION_PORT);

    /** The options that a world has unless its set-up says otherwise. */
    public static final Options USUAL = new Options(
            "plala.example",
            "plala.example",
            Program.MANUAL,
            10,
            CentreNetwork.NORMAL,
            false,
            Recipients.TARO,
            true,
            MailProgram.SMTP_PORT,
            false);

    /** @throws IllegalArgumentException if a value is none of those that can be chosen */
    public Options {
        if (!Providers.INCOMING.contains(incoming)
                || !Providers.OUTGOING.contains(outgoing)
                || !Providers.WINDOWS.contains(window)
                || !PORTS.contains(port)) {
            throw new IllegalArgumentException(
                    "no such choice: " + incoming + " " + outgoing + " " + window + " " + port);
        }
    }

    /** The same with port 25 and without AUTH, as mail programs then were. */
    public Options(
            String incoming,
            String outgoing,
            Program program,
            int window,
            CentreNetwork centre,
            boolean asHanako,
            Recipients recipients,
            boolean rightPassword) {
        this(
                incoming,
                outgoing,
                program,
                window,
                centre,
                asHanako,
                recipients,
                rightPassword,
                MailProgram.SMTP_PORT,
                false);
    }

    /** The same, sending another way. */
    public Options sending(int otherPort, boolean withAuth) {
        return new Options(
                incoming, outgoing, program, window, centre, asHanako, recipients, rightPassword, otherPort, withAuth);
    }
}
