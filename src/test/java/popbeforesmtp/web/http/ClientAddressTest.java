package popbeforesmtp.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.net.smtp.SMTPClient;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import popbeforesmtp.sandbox.door.Door;
import popbeforesmtp.web.PracticeSite;

/** Where visitors come from, and that nobody sees at the door what somebody else says there. */
class ClientAddressTest {

    @Test
    void one_address_has_one_form() throws IOException {
        ClientAddress home =
                new ClientAddress(Optional.of(InetAddress.getByAddress(new byte[] {(byte) 203, 0, 113, 5})));
        for (String written : List.of("203.0.113.5", " 203.0.113.5:4711", "::ffff:203.0.113.5", "[::ffff:cb00:7105]")) {
            assertThat(ClientAddress.of(written)).as(written).isEqualTo(home);
        }
        for (String written : List.of("::1", "[::1]", "[::1]:4711", "0:0:0:0:0:0:0:1", "[0:0:0:0:0:0:0:1%lo]")) {
            assertThat(ClientAddress.of(written))
                    .as(written)
                    .isEqualTo(ClientAddress.of("::1"))
                    .isNotEqualTo(ClientAddress.NOBODY);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "unknown",
                "_hidden",
                "localhost",
                "256.1.1.1",
                "1.2.3",
                "2130706433",
                "face",
                "1::2::3",
                "::g"
            })
    void what_is_no_address_is_nobody(String written) {
        assertThat(ClientAddress.of(written)).isEqualTo(ClientAddress.NOBODY);
        assertThat(ClientAddress.of(written).share()).isEqualTo("nobody");
    }

    @Test
    void a_line_with_ipv6_counts_once() {
        assertThat(ClientAddress.of("2001:db8:1:2::3").share())
                .isEqualTo(
                        ClientAddress.of("[2001:db8:1:2:ffff:ffff:ffff:ffff]").share())
                .isNotEqualTo(ClientAddress.of("2001:db8:1:3::3").share());
        assertThat(ClientAddress.of("::ffff:192.0.2.1").share()).isEqualTo("192.0.2.1");
    }

    @Test
    void a_trusted_proxy_is_an_address() {
        SiteOptions usual = SiteOptions.usual();
        assertThatThrownBy(() -> usual.withTrustedProxies(Set.of("proxy.example")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("proxy.example");
    }

    @Test
    void at_the_door_everybody_sees_their_own_address_and_nobody_is_this_machine() throws IOException {
        try (PracticeSite site = new PracticeSite(SiteOptions.usual().withTrustedProxies(Set.of("::1", "127.0.0.1")))) {
            comeTo(site.openDoor());
            assertThat(site.reader().get("/door").body()).contains("127.0.0.1", "EHLO from-here");
            for (String forwarded : List.of("unknown", "", "[::1]x", "203.0.113.5, unknown")) {
                assertThat(site.reader()
                                .get("/door", "X-Forwarded-For", forwarded)
                                .body())
                        .as(forwarded)
                        .contains(">?<")
                        .doesNotContain("EHLO from-here");
            }
            assertThat(site.reader()
                            .get("/door", "X-Forwarded-For", "203.0.113.5:4711")
                            .body())
                    .contains("203.0.113.5<")
                    .doesNotContain("EHLO from-here");
            assertThat(site.reader()
                            .get("/door", "X-Forwarded-For", "::ffff:127.0.0.1")
                            .body())
                    .contains("EHLO from-here");
        }
    }

    @Test
    void lines_of_one_name_are_one_list() throws IOException {
        try (PracticeSite site = new PracticeSite(SiteOptions.usual().withTrustedProxies(Set.of("127.0.0.1")))) {
            comeTo(site.openDoor());
            assertThat(site.reader()
                            .get("/door", "X-Forwarded-For", "127.0.0.1", "X-Forwarded-For", "203.0.113.5")
                            .body())
                    .contains("203.0.113.5<")
                    .doesNotContain("EHLO from-here");
        }
    }

    @Test
    void whoever_comes_over_ipv6_is_known() throws IOException {
        try (PracticeSite site = PracticeSite.at("::1", SiteOptions.usual())) {
            comeTo(site.openDoor());
            String page = site.ask("GET /door HTTP/1.1", "Host: localhost");
            assertThat(page).contains("0:0:0:0:0:0:0:1<").doesNotContain("EHLO from-here");
        } catch (UncheckedIOException noIpv6) {
            Assumptions.abort("this machine has no IPv6");
        }
        try (PracticeSite site = PracticeSite.at("::1", SiteOptions.usual().withTrustedProxies(Set.of("::1")))) {
            comeTo(site.openDoor());
            String page = site.ask("GET /door HTTP/1.1", "Host: localhost", "X-Forwarded-For: 127.0.0.1");
            assertThat(page).contains("EHLO from-here");
        }
    }

    private static void comeTo(Door door) throws IOException {
        SMTPClient client = new SMTPClient(StandardCharsets.US_ASCII.name());
        client.connect(InetAddress.getLoopbackAddress(), door.smtpPort());
        client.sendCommand("EHLO", "from-here");
        client.logout();
        client.disconnect();
    }
}
