package popbeforesmtp.mailserver.pop3;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ApopTest {

    @Test
    void the_digest_is_the_one_of_the_standard() {
        assertThat(Apop.digest("<1896.697170952@dbc.mtview.ca.us>", "tanstaaf"))
                .isEqualTo("c4c9334bac560ecc979e58001b3e22fb");
    }

    @Test
    void no_two_sessions_and_no_two_moments_have_one_stamp() {
        assertThat(Apop.stamp(1, Instant.EPOCH, "plala.example"))
                .isEqualTo("<1.0@pop.plala.example>")
                .isNotEqualTo(Apop.stamp(2, Instant.EPOCH, "plala.example"))
                .isNotEqualTo(Apop.stamp(1, Instant.EPOCH.plusMillis(1), "plala.example"));
    }
}
