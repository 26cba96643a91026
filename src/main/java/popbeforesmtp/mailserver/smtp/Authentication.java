package popbeforesmtp.mailserver.smtp;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.eventlog.Reason;
import popbeforesmtp.mailserver.session.Reply;
import popbeforesmtp.mailserver.session.SessionContext;
import popbeforesmtp.mailserver.session.SessionLog;
import popbeforesmtp.mailserver.smtp.AuthExchange.Credentials;
import popbeforesmtp.mailserver.smtp.AuthExchange.Malformed;

/**
 * Who has logged in at a submission port (RFC 4954). While an exchange is under way, every line is a response to it and
 * no command. A log-in lasts as long as the session, and there is only one.
 */
final class Authentication {

    /** What the wire has for an empty response that is sent with the command (RFC 4954, 4). */
    private static final String EMPTY_RESPONSE = "=";

    private final SessionContext visit;
    private final SessionLog tap;
    private @Nullable AuthExchange exchange;
    private @Nullable String user;
    private int wrongLogIns;

    Authentication(SessionContext visit, SessionLog tap) {
        this.visit = visit;
        this.tap = tap;
    }

    /** Whether the next line is a response. */
    boolean isUnderWay() {
        return exchange != null;
    }

    /** Forgets who has logged in; how many wrong passwords there were is not forgotten. */
    void forget() {
        user = null;
    }

    /** Who has logged in, if anybody. */
    Optional<String> user() {
        return Optional.ofNullable(user);
    }

    /** Answers AUTH and what stood behind it. */
    Reply begin(String argument) {
        String[] words = argument.split(" +", -1);
        if (words[0].isEmpty() || words.length > 2) {
            return SmtpReply.BAD_ARGUMENT.with("AUTH PLAIN or AUTH LOGIN");
        }
        Optional<AuthExchange> offered = AuthExchange.of(words[0]);
        if (offered.isEmpty()) {
            return SmtpReply.UNKNOWN_MECHANISM.with();
        }
        exchange = offered.get();
        return words.length == 1
                ? SmtpReply.ASKED.with(exchange.challenge())
                : heard(exchange, words[1].equals(EMPTY_RESPONSE) ? "" : words[1]);
    }

    /** Answers a response. */
    Reply hear(String line) {
        AuthExchange current = exchange;
        if (current == null) {
            throw new IllegalStateException("nobody was asked");
        }
        if (line.equals("*")) {
            return instead(SmtpReply.LOG_IN_CANCELLED.with());
        }
        return heard(current, line);
    }

    /** Ends the exchange because something else than a response came. */
    Reply instead(Reply reply) {
        exchange = null;
        return reply;
    }

    private Reply heard(AuthExchange current, String response) {
        try {
            Optional<Credentials> told = current.hear(response);
            return told.isPresent() ? instead(logIn(told.get())) : SmtpReply.ASKED.with(current.challenge());
        } catch (Malformed e) {
            return instead(SmtpReply.BAD_RESPONSE.with());
        }
    }

    private Reply logIn(Credentials told) {
        if (visit.desk().wrongLogIns().areTooMany(visit.call(), tap.now())) {
            return SmtpReply.WRONG_TOO_OFTEN.with(visit.host().domain());
        }
        String name = told.user().toLowerCase(Locale.ROOT);
        if (visit.host().logIn(name, told.password(), visit.call().from()).isPresent()) {
            user = name;
            return SmtpReply.LOGGED_IN.with();
        }
        visit.desk().wrongLogIns().count(visit.call(), tap.now());
        tap.logInRefused(Reason.WRONG_PASSWORD);
        boolean last = ++wrongLogIns >= visit.limits().logIns().session();
        return last ? SmtpReply.LAST_WRONG_LOG_IN.with(visit.host().domain()) : SmtpReply.WRONG_LOG_IN.with();
    }
}
