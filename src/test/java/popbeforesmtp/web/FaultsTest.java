package popbeforesmtp.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import popbeforesmtp.Printed;
import popbeforesmtp.Setup;
import popbeforesmtp.StoreThatIs;

/** A page that goes wrong, again and again. */
class FaultsTest {

    private static final AtomicReference<Runnable> FAULT = new AtomicReference<>();

    @RegisterExtension
    static final PracticeSite SITE =
            new PracticeSite(Setup.usual().withStore(own -> new StoreThatIs(own, FaultsTest::fail)));

    private static boolean fail() {
        FAULT.get().run();
        throw new IllegalStateException("words of a client");
    }

    private static void askOften() {
        for (int i = 0; i < 100; i++) {
            HttpResponse<String> broken = SITE.reader().get("/health");
            assertThat(broken.statusCode()).isEqualTo(500);
            assertThat(broken.body()).contains("</html>").doesNotContain("words of a client", "Exception", "Error");
        }
    }

    @Test
    void it_is_one_line_in_the_log_and_our_words_on_the_page() throws Exception {
        FAULT.set(() -> {});
        assertThat(Printed.during(FaultsTest::askOften))
                .startsWith("ERROR FaultLog - a page failed: IllegalStateException at FaultsTest.fail:")
                .doesNotContain("words of a client")
                .hasLineCount(1);
        assertThat(SITE.reader().get("/health").body()).contains("こちらの調子が悪いようです");
    }

    @Test
    void also_when_it_is_an_error_of_the_machine() throws Exception {
        FAULT.set(() -> {
            throw new StackOverflowError("words of a client");
        });
        assertThat(Printed.during(FaultsTest::askOften))
                .startsWith("ERROR FaultLog - a page failed: StackOverflowError at FaultsTest.")
                .doesNotContain("words of a client")
                .hasLineCount(1);
    }
}
