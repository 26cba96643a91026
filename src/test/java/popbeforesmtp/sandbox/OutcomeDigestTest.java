package popbeforesmtp.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.Speaker;
import popbeforesmtp.sandbox.explain.OutcomeDigest;

/** The fingerprint of a press: what it tells apart, and what it takes for the same. */
class OutcomeDigestTest {

    private static Event said(String line, boolean sealed) {
        return new Event.Said(Instant.EPOCH, 1, Speaker.SERVER, line, sealed);
    }

    private static String digest(Event... events) {
        return OutcomeDigest.of(List.of(events), Optional.empty());
    }

    @Test
    void what_servers_did_not_yet_say_in_the_days_of_the_first_journals_changes_nothing() {
        assertThat(digest(said("+OK pop.plala.example POP3 ready <1.1175490000000@pop.plala.example>", false)))
                .isEqualTo(digest(said("+OK pop.plala.example POP3 ready", false)))
                .isNotEqualTo(digest(said("+OK pop.dion.example POP3 ready", false)));
        assertThat(digest(said("250-STARTTLS", false), said("250 AUTH PLAIN LOGIN", false)))
                .isEqualTo(digest(said("250 AUTH PLAIN LOGIN", false)));
    }

    @Test
    void under_tls_the_words_count_and_not_the_octets() {
        Event words = said("250 2.0.0 Ok", true);
        assertThat(Stream.of(40L, 50L)
                        .map(octets ->
                                digest(words, new Event.SealedOctets(Instant.EPOCH, 1, Speaker.SERVER, octets, "17")))
                        .distinct())
                .containsExactly(digest(words));
    }
}
