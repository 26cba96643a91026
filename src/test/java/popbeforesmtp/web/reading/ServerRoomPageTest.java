package popbeforesmtp.web.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import popbeforesmtp.lesson.experiment.Cases;
import popbeforesmtp.lesson.source.ResourceRoot;
import popbeforesmtp.sandbox.press.Providers;
import popbeforesmtp.web.PracticeSite;
import popbeforesmtp.web.Reader;

/** The page of the server room, and the desk's thoughts on the main screen. */
class ServerRoomPageTest {

    @RegisterExtension
    static final PracticeSite SITE = PracticeSite.unhurried();

    @Test
    void each_program_has_a_card_that_leads_to_its_case_in_both_languages() {
        Cases cases = Cases.load(ResourceRoot.packed());
        List<String> programs = Providers.SERVERS.subList(1, Providers.SERVERS.size());
        for (String prefix : List.of("", "/en")) {
            String page = SITE.reader().get(prefix + "/servers").body();
            for (String program : programs) {
                assertThat(cases.find("room-" + program)).as(program).isPresent();
                assertThat(page)
                        .contains("id=\"" + program + "\"", "href=\"" + prefix + "/try?case=room-" + program + "\"");
            }
        }
    }

    @Test
    void what_nobody_knows_is_said_to_be_unknown() {
        assertThat(SITE.reader().get("/servers").body()).contains("わかっていません");
        assertThat(SITE.reader().get("/en/servers").body()).contains("Not known");
    }

    @Test
    void the_desk_tells_what_it_asked_itself_and_what_decided() {
        Reader reader = SITE.reader();
        reader.get("/try");
        reader.press("send");
        String page = reader.get("/try").body();
        String thoughts = page.substring(page.indexOf("id=\"thoughts\""));
        assertThat(thoughts.substring(0, thoughts.indexOf("</ol>")))
                .containsSubsequence("ここの会員あて？", "自分の会社のネットワーク？", "class=\"key\"", "リストにある？", "だから断る");
    }

    @Test
    void a_card_is_folded_unless_it_is_asked_for_and_every_link_to_it_asks() {
        assertThat(unfolded("/servers")).isZero();
        assertThat(unfolded("/servers?card=drac")).isEqualTo(1);
        assertThat(unfolded("/servers?card=experiments")).isEqualTo(1);
        assertThat(unfolded("/servers?card=all")).isEqualTo(10);
        assertThat(unfolded("/servers?card=%22%3E")).isZero();
        assertThat(SITE.reader().get("/history").body()).contains("href=\"/servers?card=drac#drac\"");
    }

    private static long unfolded(String address) {
        return SITE.reader()
                .get(address)
                .body()
                .lines()
                .filter(line -> line.matches(".*<details class=\"(rack|folded)\" open=.*"))
                .count();
    }

    @Test
    void what_is_seen_on_the_way_and_what_the_desk_thinks_stand_wherever_a_talk_is_shown() {
        for (String address : List.of("/try", "/learn/7", "/read/e-words", "/read/dion?claim=D4")) {
            assertThat(SITE.reader().get(address).body())
                    .as(address)
                    .containsOnlyOnce("id=\"spy\"")
                    .containsOnlyOnce("id=\"thoughts\"");
        }
    }
}
