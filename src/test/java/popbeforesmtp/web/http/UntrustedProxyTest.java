package popbeforesmtp.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import popbeforesmtp.Printed;
import popbeforesmtp.web.PracticeSite;

/** A proxy that was forgotten when the site was started is told once. */
class UntrustedProxyTest {

    private static final String ASKED = "GET /livez HTTP/1.1";

    @Test
    void a_forgotten_proxy_is_one_line_however_often_it_asks() throws Exception {
        try (PracticeSite site = new PracticeSite(SiteOptions.usual())) {
            String printed = Printed.during(() -> {
                site.ask(ASKED, "Host: localhost");
                site.ask(ASKED, "Host: localhost", "X-Forwarded-For: 198.51.100.1");
                site.ask(ASKED, "Host: localhost", "X-Forwarded-For: 198.51.100.2");
            });
            assertThat(printed.lines()).singleElement().asString().contains("127.0.0.1", "--trusted-proxy");
            assertThat(printed).doesNotContain("198.51.100");
        }
    }

    @Test
    void a_trusted_one_is_no_line() throws Exception {
        try (PracticeSite site = new PracticeSite(SiteOptions.usual().withTrustedProxies(Set.of("127.0.0.1")))) {
            assertThat(Printed.during(() -> site.ask(ASKED, "Host: localhost", "X-Forwarded-For: 198.51.100.1")))
                    .isEmpty();
        }
    }

    /** Its address would be a visitor's in a log. */
    @Test
    void an_address_outside_is_not_repeated() throws Exception {
        UntrustedProxy untrusted = new UntrustedProxy(Set.of());
        assertThat(Printed.during(() -> untrusted.forwardedBy("203.0.113.9")))
                .contains("--trusted-proxy")
                .doesNotContain("203.0.113.9");
    }
}
