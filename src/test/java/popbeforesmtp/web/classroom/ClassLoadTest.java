package popbeforesmtp.web.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import popbeforesmtp.web.PracticeSite;

/** Forty press at once, over HTTP, in one world. */
class ClassLoadTest {

    private static final int SEATS = 40;

    @RegisterExtension
    static final PracticeSite SITE = PracticeSite.unhurried();

    @Test
    void forty_presses_at_once_are_all_done() throws Exception {
        ClassLoad load = ClassLoad.begin(SITE::reader, SEATS);
        assertThat(load.all("send"))
                .hasSize(SEATS)
                .allSatisfy(pressed -> assertThat(pressed.location()).isEqualTo("/class#result"));
        assertThat(load.room().states()).hasSize(SEATS).containsOnly("refused");
        assertThat(load.all("receive")).extracting(ClassLoad.Pressed::location).containsOnly("/class#result");
        assertThat(load.all("send")).extracting(ClassLoad.Pressed::location).containsOnly("/class#result");
        assertThat(load.room().states()).hasSize(SEATS).containsOnly("sent");
    }
}
