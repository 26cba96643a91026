package popbeforesmtp.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.eclipse.jetty.server.Handler;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import popbeforesmtp.Printed;
import popbeforesmtp.web.PracticeSite;
import popbeforesmtp.web.http.SiteOptions;

/** Under which names the site answers. */
class HostCheckTest {

    @RegisterExtension
    static final PracticeSite SITE = new PracticeSite(SiteOptions.usual().withBasePath("/mail"));

    private static String ask(PracticeSite site, String host) throws IOException {
        return site.ask("GET /mail/try HTTP/1.1", "Host: " + host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST:7070",
                "localhost.",
                "hanako.localhost",
                "127.0.0.1",
                "127.0.0.1:80",
                "[::1]",
                "[::1]:7070",
                "192.168.1.5:7070"
            })
    void an_own_name_is_answered(String host) throws IOException {
        assertThat(ask(SITE, host)).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:7070",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "127.0.0.1.nip.io",
                "teacher-pc",
                "teacher-pc.local",
                "evillocalhost"
            })
    void another_name_is_refused_in_both_languages(String host) throws IOException {
        assertThat(ask(SITE, host))
                .startsWith("HTTP/1.1 421 ")
                .contains("その名前では開けません", "does not go by that name", "--public-url")
                .doesNotContain("evil", "Set-Cookie");
    }

    @Test
    void a_press_under_another_name_is_not_done() throws IOException {
        int before = SITE.worlds().size();
        String answer = SITE.ask(
                "POST /mail/try HTTP/1.1",
                "Host: evil.example",
                "Origin: http://evil.example",
                "Cookie: visitor=abcdefghijklmnopqrstuv",
                "Content-Length: 0");
        assertThat(answer).startsWith("HTTP/1.1 421 ");
        assertThat(SITE.worlds().size()).isEqualTo(before);
    }

    @Test
    void the_name_in_the_request_line_counts_as_one() throws IOException {
        assertThat(SITE.ask("GET http://evil.example/mail/try HTTP/1.1", "Host: evil.example"))
                .startsWith("HTTP/1.1 421 ");
        assertThat(SITE.ask("GET http://evil.example/mail/try HTTP/1.1", "Host: localhost"))
                .startsWith("HTTP/1.1 4");
        assertThat(SITE.ask("GET /mail/try HTTP/1.0")).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void two_names_are_refused_and_nothing_of_them_is_repeated_anywhere() throws Exception {
        assertThat(Printed.during(
                        () -> assertThat(SITE.ask("GET /mail/try HTTP/1.1", "Host: localhost", "Host: forged.example"))
                                .startsWith("HTTP/1.1 400 ")
                                .doesNotContain("forged")))
                .isEmpty();
    }

    @Test
    void behind_a_proxy_the_public_name_is_an_own_one() throws IOException {
        SiteOptions behind = SiteOptions.usual()
                .withTrustedProxies(Set.of("127.0.0.1"))
                .withPublicUrl("https://Example.org:8443/mail");
        try (PracticeSite site = new PracticeSite(behind.withBasePath("/mail"))) {
            assertThat(ask(site, "example.org")).startsWith("HTTP/1.1 200 ");
            assertThat(ask(site, "example.org:8443")).startsWith("HTTP/1.1 200 ");
            assertThat(ask(site, "127.0.0.1:7070")).startsWith("HTTP/1.1 200 ");
            assertThat(ask(site, "www.example.org")).startsWith("HTTP/1.1 421 ");
        }
    }

    @Test
    void behind_a_proxy_whose_public_name_is_not_known_every_name_may_be_right() throws IOException {
        SiteOptions behind =
                SiteOptions.usual().withTrustedProxies(Set.of("127.0.0.1")).withBasePath("/mail");
        try (PracticeSite site = new PracticeSite(behind)) {
            assertThat(ask(site, "example.org")).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void for_the_other_pcs_in_the_room_a_name_of_the_own_network_is_an_own_one() {
        HostCheck room = new HostCheck(new Handler.Wrapper(), SiteOptions.usual(), "0.0.0.0");
        for (String own : Set.of("teacher-pc", "Teacher-PC.local", "192.168.1.5", "[fe80::1]", "localhost")) {
            assertThat(room.isOwn(own)).as(own).isTrue();
        }
        for (String other : Set.of("evil.example", "teacher-pc.evil.example", "local.evil", "1.2.3.4.evil")) {
            assertThat(room.isOwn(other)).as(other).isFalse();
        }
        HostCheck named = new HostCheck(new Handler.Wrapper(), SiteOptions.usual(), "pc.school.example");
        assertThat(named.isOwn("pc.school.example")).isTrue();
    }

    @Test
    void over_ipv6_its_address_is_an_own_name() throws IOException {
        try (PracticeSite site = PracticeSite.at("::1", SiteOptions.usual().withBasePath("/mail"))) {
            assertThat(ask(site, "[::1]:7070")).startsWith("HTTP/1.1 200 ");
            assertThat(ask(site, "teacher-pc")).startsWith("HTTP/1.1 421 ");
        } catch (UncheckedIOException noIpv6) {
            Assumptions.abort("this machine has no IPv6");
        }
    }
}
