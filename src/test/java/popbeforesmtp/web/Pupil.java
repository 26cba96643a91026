package popbeforesmtp.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import popbeforesmtp.lesson.course.Guess;
import popbeforesmtp.sandbox.press.Press;

/** A reader who learns: presses, guesses and answers on one page of a lesson, without scripts. */
public final class Pupil {

    private final Reader reader;
    private final String prefix;

    /** @param prefix of the language, empty or {@code /en} */
    public Pupil(Reader reader, String prefix) {
        this.reader = reader;
        this.prefix = prefix;
    }

    public String see(String from) {
        return reader.get(prefix + from).body();
    }

    /** PressHandler a button on that page, and sees the page again. */
    public String press(String from, Press press) {
        see(from);
        List<String> fields = new ArrayList<>(fields(press));
        fields.addAll(List.of("from", from, "step", reader.step()));
        return follow(reader.post(prefix + "/try", fields));
    }

    public String press(String from, List<Press> presses) {
        String page = see(from);
        for (Press press : presses) {
            page = press(from, press);
        }
        return page;
    }

    /** ProgressHandler something on that page, and sees where it leads. */
    public String note(String from, String note, String... values) {
        return follow(post(from, note, values));
    }

    public String guess(String from, Guess guess) {
        return note(from, "guess", "guess", guess.id());
    }

    public HttpResponse<String> post(String from, String note, String... values) {
        List<String> fields = new ArrayList<>(List.of("from", from, "note", note));
        fields.addAll(List.of(values));
        return reader.post(prefix + "/learn", fields);
    }

    /** If an answer leads to a place on a page, there is such a place: a keyboard goes on from it. */
    private String follow(HttpResponse<String> answer) {
        String[] halves = answer.headers().firstValue("Location").orElseThrow().split("#", 2);
        String page = reader.get(halves[0]).body();
        if (halves.length > 1) {
            assertThat(page).contains("id=\"" + halves[1] + "\"");
        }
        return page;
    }

    /** As {@link Buttons} has them, except for the one option that a lesson has a button for. */
    private static List<String> fields(Press press) {
        return press instanceof Press.Choose choose
                ? List.of("press", "auth", "auth", choose.options().auth() ? "on" : "off")
                : Buttons.fields(press);
    }
}
