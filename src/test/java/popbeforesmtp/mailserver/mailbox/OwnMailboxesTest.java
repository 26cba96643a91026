package popbeforesmtp.mailserver.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import popbeforesmtp.network.Addresses;

/** Every address has its own, and no address can take the room of all. */
class OwnMailboxesTest {

    private static final Limits.Sizes SIZES = Limits.atTheDoor().sizes();
    private static final Letter BIG = Letter.of("x".repeat(10_000));
    private static final InetAddress FIRST = Addresses.of("192.0.2.1");
    private static final InetAddress SECOND = Addresses.of("192.0.2.2");

    private final OwnMailboxes mailboxes = new OwnMailboxes("era.", 100_000, 35_000);

    @BeforeEach
    void live() {
        mailboxes.add("hanako", false);
        mailboxes.add("hanako07", false);
        mailboxes.add("postmaster", true);
    }

    private Mailbox of(String user, InetAddress caller) {
        return mailboxes.of(user, caller).orElseThrow();
    }

    private boolean deliver(String user, InetAddress caller, Letter letter) {
        Mailbox mailbox = of(user, caller);
        boolean reserved = mailbox.reserve(letter, SIZES);
        if (reserved) {
            mailbox.fill(letter);
        }
        return reserved;
    }

    @Test
    void a_mailbox_is_of_one_name_and_one_address_and_what_nobody_receives_is_of_all() {
        assertThat(deliver("hanako", FIRST, BIG)).isTrue();
        assertThat(of("hanako", FIRST).mails()).hasSize(1);
        assertThat(of("hanako", SECOND).mails()).isEmpty();
        assertThat(of("hanako07", FIRST).mails()).isEmpty();
        assertThat(of("postmaster", FIRST)).isSameAs(of("postmaster", SECOND));
        assertThat(mailboxes.has("hanako07")).isTrue();
        assertThat(mailboxes.has("jiro")).isFalse();
        assertThat(mailboxes.of("jiro", FIRST)).isEmpty();
    }

    @Test
    void only_ones_own_second_session_finds_it_open() {
        assertThat(of("hanako", FIRST).open(true)).isPresent();
        assertThat(of("hanako", FIRST).open(true)).isEmpty();
        assertThat(of("hanako", SECOND).open(true)).isPresent();
        assertThat(of("hanako07", FIRST).open(true)).isPresent();
    }

    @Test
    void an_address_is_full_by_all_its_names_together_until_something_is_taken_out() {
        assertThat(deliver("hanako", FIRST, BIG)).isTrue();
        assertThat(deliver("hanako", FIRST, BIG)).isTrue();
        assertThat(deliver("hanako07", FIRST, BIG)).isTrue();
        assertThat(deliver("hanako07", FIRST, BIG)).isFalse();
        assertThat(deliver("hanako", SECOND, BIG)).isTrue();
        Mailbox mailbox = of("hanako", FIRST);
        Maildrop opened = mailbox.open(true).orElseThrow();
        opened.delete(1);
        opened.update();
        assertThat(deliver("hanako07", FIRST, BIG)).isTrue();
        assertThat(mailbox.mails()).hasSize(1);
    }

    @Test
    void the_address_that_was_silent_longest_makes_room_but_none_with_an_open_session() {
        Maildrop open = of("hanako", FIRST).open(true).orElseThrow();
        assertThat(deliver("hanako", FIRST, BIG)).isTrue();
        Set<String> uids = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            InetAddress passing = Addresses.of("198.51.100." + i % 50);
            assertThat(deliver("hanako", passing, BIG)).isTrue();
            of("hanako", passing).mails().forEach(mail -> uids.add(mail.uid()));
            assertThat(mailboxes.keptOctets()).isLessThanOrEqualTo(100_000);
        }
        assertThat(uids)
                .as("no id is given twice, though mailboxes were forgotten")
                .hasSize(1_000);
        assertThat(of("hanako", FIRST).mails()).hasSize(1);
        open.release();
        for (int i = 0; i < 50; i++) {
            deliver("hanako", Addresses.of("198.51.100." + i), BIG);
        }
        assertThat(of("hanako", FIRST).mails()).as("forgotten").isEmpty();
    }

    @Test
    void when_all_have_a_session_open_there_is_no_room() {
        for (int i = 0; i < 9; i++) {
            InetAddress caller = Addresses.of("198.51.100." + i);
            of("hanako", caller).open(true);
            assertThat(deliver("hanako", caller, BIG)).as("address %s", i).isTrue();
        }
        assertThat(deliver("hanako", FIRST, BIG)).isFalse();
        assertThat(mailboxes.keptOctets()).isLessThanOrEqualTo(100_000);
    }

    @Test
    void what_is_kept_is_counted_though_many_deliver_at_once() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Stream<Future<?>> all = IntStream.range(0, 8)
                    .<Future<?>>mapToObj(thread -> threads.submit(() -> {
                        for (int i = 0; i < 2_000; i++) {
                            InetAddress caller = Addresses.of("198.51.100." + (i + thread) % 30);
                            deliver("hanako", caller, BIG);
                            of("hanako", caller).open(true).ifPresent(opened -> {
                                opened.numbers().forEach(opened::delete);
                                opened.update();
                            });
                        }
                    }));
            for (Future<?> each : all.toList()) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
        long held = IntStream.range(0, 30)
                .mapToObj(i -> of("hanako", Addresses.of("198.51.100." + i)))
                .mapToLong(Mailbox::keptOctets)
                .sum();
        assertThat(mailboxes.keptOctets()).isEqualTo(held + 30 * 700L);
    }
}
