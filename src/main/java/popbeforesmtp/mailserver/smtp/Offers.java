package popbeforesmtp.mailserver.smtp;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import popbeforesmtp.mailserver.mailbox.Sealing;
import popbeforesmtp.mailserver.session.Role;

/** What a desk has to offer in a session just now: that hangs on its port, on its host's rule for TLS, and on whether TLS is on. */
final class Offers {

    private final Role role;
    private final Sealing sealing;
    private boolean sealed;

    Offers(Role role, Sealing sealing) {
        this.role = role;
        this.sealing = sealing;
        this.sealed = role.isSealed();
    }

    /** TLS is on from here on. */
    void seal() {
        sealed = true;
    }

    boolean isSealed() {
        return sealed;
    }

    /** Whether mail is taken from members only. */
    boolean isForMembers() {
        return role.isForMembers();
    }

    /** Whether a member must ask for TLS before anything else. */
    boolean mustSealFirst() {
        return isForMembers() && !sealed && sealing == Sealing.OF_MEMBERS;
    }

    /** Whether a command is known here at all. */
    boolean has(SmtpVerb verb) {
        return switch (verb) {
            case AUTH -> isForMembers();
            case STARTTLS -> isForMembers() || sealing == Sealing.FOR_ALL;
            default -> true;
        };
    }

    /** What EHLO is answered. */
    SmtpReply hello() {
        boolean auth = isForMembers() && !mustSealFirst();
        if (!sealed && has(SmtpVerb.STARTTLS)) {
            return auth ? SmtpReply.UNSEALED_SUBMISSION_HELLO : SmtpReply.UNSEALED_HELLO;
        }
        return auth ? SmtpReply.SUBMISSION_HELLO : SmtpReply.EXTENDED_HELLO;
    }

    /** The words in the answer to HELP that not every desk has. */
    String more() {
        return Stream.of(SmtpVerb.STARTTLS, SmtpVerb.AUTH)
                .filter(this::has)
                .map(verb -> " " + verb)
                .collect(Collectors.joining());
    }
}
