package popbeforesmtp.sandbox.explain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import popbeforesmtp.eventlog.Event;

/**
 * A short fingerprint of what a press led to: what was said and decided, and the verdicts. The journal keeps it beside the
 * press; a replay that leads elsewhere has another one. Of what went under TLS the words count, never the octets.
 */
public final class OutcomeDigest {

    private static final int LENGTH = 16;

    /** The greeting of a receiving desk with the stamp that it did not have in the days of the first journals. */
    private static final Pattern STAMP = Pattern.compile("^(\\+OK \\S+ POP3 ready) <\\S+>$");

    private OutcomeDigest() {}

    /**
     * The fingerprint: {@value #LENGTH} hexadecimal digits.
     *
     * @param events all that happened during the press
     * @param result what it led to; nothing at the start of a world
     */
    public static String of(List<Event> events, Optional<Result> result) {
        StringBuilder text = new StringBuilder();
        events.stream()
                .filter(event -> !isLeftOut(event))
                .forEach(event -> text.append(line(event)).append('\n'));
        result.ifPresent(led -> {
            text.append(led.at());
            led.receiving().ifPresent(half -> verdict(text, half));
            led.sending().ifPresent(half -> verdict(text, half));
        });
        return hash(text.toString());
    }

    /** Octets under TLS, and what was not yet said or told in the days of the first journals: those are still played faithfully. */
    private static boolean isLeftOut(Event event) {
        return event instanceof Event.SealedOctets
                || event instanceof Event.InUse
                || (event instanceof Event.Said said && said.line().equals("250-STARTTLS"));
    }

    private static void verdict(StringBuilder text, ExchangeResult half) {
        text.append(' ').append(half.outcome()).append(' ').append(half.reply());
        half.reason().ifPresent(text.append(' ')::append);
    }

    private static String line(Event event) {
        if (event instanceof Event.Said said) {
            return said.session() + " " + said.speaker() + " "
                    + STAMP.matcher(said.line()).replaceFirst("$1");
        }
        if (event instanceof Event.Letter letter) {
            return letter.session() + " " + letter.speaker() + " " + letter.octets();
        }
        if (event instanceof Event.SessionOpened opened) {
            return opened.session() + " " + opened.dialled() + " " + opened.port() + " " + opened.host() + " "
                    + opened.from().getHostAddress();
        }
        if (event instanceof Event.Listed listed) {
            return listed.host() + " " + listed.address().getHostAddress() + " " + listed.until();
        }
        if (event instanceof Event.Decided decided) {
            return decided.host() + " " + decided.recipient() + " " + decided.reason();
        }
        if (event instanceof Event.CallFailed failed) {
            return failed.dialled() + " " + failed.port() + " " + failed.reason();
        }
        if (event instanceof Event.Kept kept) {
            return kept.host() + " " + kept.chore() + " " + kept.at() + " " + kept.listed() + " " + kept.removed();
        }
        return event.getClass().getSimpleName() + " " + event.session();
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
