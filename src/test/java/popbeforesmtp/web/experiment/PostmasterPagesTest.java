package popbeforesmtp.web.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import popbeforesmtp.web.PracticeSite;

/** The postmaster's page: a form, a day with its score, and what cannot be asked. */
class PostmasterPagesTest {

    @RegisterExtension
    static final PracticeSite SITE = PracticeSite.unhurried();

    private static String page(String address) {
        return SITE.reader().get(address).body();
    }

    @Test
    void before_the_day_there_is_a_button_and_no_score() {
        assertThat(page("/postmaster")).contains(">一日を始める</button>").doesNotContain("data-count");
        assertThat(page("/en/postmaster")).contains(">Begin the day</button>");
    }

    @Test
    void the_day_tells_its_score_why_each_and_the_same_day_under_another_rule() {
        String day = page("/en/postmaster?day=1&minutes=10");
        assertThat(day)
                .contains("data-name=\"members\" data-count=\"4\"", "data-name=\"spam\" data-count=\"3\"")
                .contains("data-name=\"complaints\" data-count=\"3\"", "the same for all 10", "10 were really sent")
                .contains("RCPT TO:&lt;taro@friend.example&gt;", "A complaint came", "It was let through")
                .contains("Today (port 587 and password)");
        assertThat(page("/postmaster?day=1&minutes=0&own=no&auth=yes&port25=no&beside=old-days"))
                .contains("data-name=\"members\" data-count=\"7\"", "data-name=\"spam\" data-count=\"0\"");
    }

    @Test
    void several_dialogues_on_a_page_have_no_name_in_common() {
        assertThat(page("/postmaster?day=1")).contains("class=\"key").doesNotContain("id=\"decided\"");
    }

    @Test
    void what_cannot_be_chosen_is_said() {
        for (String wrong : new String[] {"minutes=7", "minutes=x", "key=face", "own=maybe", "beside=nobody"}) {
            assertThat(SITE.reader().get("/postmaster?day=1&" + wrong).statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }
}
