package popbeforesmtp.web.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import popbeforesmtp.web.Reader;

/** A class over HTTP: a teacher and learners with browsers of their own, all without scripts. */
public final class Room {

    private static final Pattern CODE = Pattern.compile("id=\"class-code\">([0-9]{6})<");
    private static final Pattern LETTERS = Pattern.compile("id=\"letters\" lang=\"en\">([A-Z]{8})<");
    private static final Pattern CELL = Pattern.compile(
            "<li[^>]*data-seat=\"([0-9]+)\" data-state=\"([a-z]+)\"|<li[^>]*data-state=\"([a-z]+)\"[^>]*data-seat=\"([0-9]+)\"");

    private final Reader teacher;
    private final String code;
    private final String letters;

    private Room(Reader teacher, String page) {
        this.teacher = teacher;
        this.code = first(CODE, page);
        this.letters = first(LETTERS, page);
    }

    /** 教室を開く. */
    public static Room open(Reader teacher) {
        HttpResponse<String> opened = teacher.post("/teach", List.of("act", "open"));
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(303);
        return new Room(teacher, teacher.get("/teach").body());
    }

    private static String first(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        assertThat(found.find()).as(pattern + " in " + page).isTrue();
        return found.group(1);
    }

    public String code() {
        return code;
    }

    String letters() {
        return letters;
    }

    public Reader teacher() {
        return teacher;
    }

    /** Somebody takes a seat. */
    public void join(Reader learner, int seat) {
        HttpResponse<String> answer = learner.post("/join", List.of("code", code, "seat", Integer.toString(seat)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    }

    /** A press on the board, from the board as it stands. */
    public String act(String... fields) {
        String board = board();
        List<String> all = new ArrayList<>(List.of(fields));
        all.addAll(List.of(
                "step", teacher.step(), "here", first(Pattern.compile("name=\"here\" value=\"([^\"]*)\""), board)));
        HttpResponse<String> answer = teacher.post("/teach/board", all);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return board();
    }

    public String board() {
        return teacher.get("/teach/board").body();
    }

    /** What the board says of each seat that is not empty, by number. */
    List<String> states() {
        return states(board());
    }

    static List<String> states(String page) {
        List<String> states = new ArrayList<>();
        Matcher cell = CELL.matcher(page);
        while (cell.find()) {
            String state = cell.group(2) == null ? cell.group(3) : cell.group(2);
            if (!state.equals("empty")) {
                states.add(state);
            }
        }
        return states;
    }

    /** A learner's press in the round, and the page that answers. */
    public static String press(Reader learner, String press) {
        learner.get("/class");
        return follow(
                learner,
                learner.post("/class", List.of("press", press, "step", learner.step(), "to", "0", "card", "cat")));
    }

    static String follow(Reader reader, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return reader.get(answer.headers().firstValue("Location").orElseThrow().replaceFirst("#.*", ""))
                .body();
    }
}
