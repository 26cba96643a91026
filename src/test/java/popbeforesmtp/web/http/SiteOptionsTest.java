package popbeforesmtp.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import popbeforesmtp.web.http.SiteLimits.Share;

class SiteOptionsTest {

    @ParameterizedTest
    @ValueSource(strings = {"/../x", "/x/..", "/.", "/x/./y", "/", "x", "//x", "/x/"})
    void what_is_no_path_of_a_site_is_refused(String path) {
        SiteOptions usual = SiteOptions.usual();
        assertThatThrownBy(() -> usual.withBasePath(path))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/mail", "/mail/pop", "/.mail", "/mail..old", "/..."})
    void what_is_one_is_taken(String path) {
        assertThat(SiteOptions.usual().withBasePath(path).basePath()).isEqualTo(path);
    }

    @Test
    void connections_leave_the_mail_servers_enough_to_open() {
        SiteLimits usual = SiteLimits.usual();
        assertThat(usual.within(Long.MAX_VALUE)).isEqualTo(usual);
        assertThat(usual.within(20_000)).isEqualTo(usual);
        assertThat(usual.within(1_024).connections()).isEqualTo(new Share(341, 170));
        assertThat(usual.within(256).connections()).isEqualTo(new Share(85, 42));
        assertThat(usual.within(30).connections()).isEqualTo(new Share(24, 12));
    }
}
