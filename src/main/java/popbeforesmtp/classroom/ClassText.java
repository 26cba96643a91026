package popbeforesmtp.classroom;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import popbeforesmtp.classroom.ClassState.Manner;
import popbeforesmtp.classroom.Course.Score;
import popbeforesmtp.classroom.Question.Choice;
import popbeforesmtp.sandbox.press.SetUp;

/**
 * A class as text: a thing a line, its words parted by tabs, the first of them its kind. No word holds a tab, and none is
 * written by a learner.
 */
final class ClassText {

    private static final String NONE = "-";

    private final Map<String, List<List<String>>> lines = new TreeMap<>();

    private ClassText(String text) {
        text.lines().forEach(line -> {
            List<String> words = List.of(line.split("\t", -1));
            lines.computeIfAbsent(words.get(0), kind -> new ArrayList<>()).add(words.subList(1, words.size()));
        });
    }

    static String of(ClassState state) {
        StringBuilder text = new StringBuilder();
        Entrance entrance = state.entrance();
        line(
                text,
                "entrance",
                entrance.code(),
                entrance.network(),
                entrance.nearby(),
                entrance.remote(),
                entrance.closed());
        line(
                text,
                "secrets",
                state.secrets().seed(),
                state.secrets().teacher(),
                state.secrets().key());
        line(text, "capacity", state.seating().capacity());
        state.seating().known().values().forEach(seat -> seat(text, seat));
        line(text, "place", state.course().place(), state.course().page());
        state.course().questions().forEach((point, question) -> question(text, point, question));
        state.course().scores().forEach((point, score) -> line(text, "score", point, score.sent(), score.refused()));
        state.round()
                .ifPresent(round ->
                        line(text, "round", round.number(), round.room().id(), round.turn()));
        Manner manner = state.manner();
        line(text, "manner", manner.held(), manner.size(), manner.furigana());
        line(text, "used", state.used().toEpochMilli());
        return text.toString();
    }

    private static void seat(StringBuilder text, Seat seat) {
        String call = seat.call()
                .map(since -> Long.toString(since.since().toEpochMilli()))
                .orElse(NONE);
        line(
                text,
                "seat",
                seat.number(),
                seat.holder(),
                seat.tenancy(),
                seat.arrived(),
                call,
                seat.takenOver(),
                seat.mark().id());
    }

    private static void question(StringBuilder text, String point, Question question) {
        line(text, "question", point, question.closed(), question.shown());
        question.votes().forEach((seat, choice) -> line(text, "vote", point, seat, choice.id()));
        question.hands().forEach((choice, hands) -> line(text, "hands", point, choice.id(), hands));
    }

    private static void line(StringBuilder text, String kind, Object... words) {
        text.append(kind);
        for (Object word : words) {
            text.append('\t').append(word);
        }
        text.append('\n');
    }

    /** @throws RuntimeException if it is none */
    static ClassState read(String text) {
        ClassText read = new ClassText(text);
        List<String> entrance = read.one("entrance");
        List<String> secrets = read.one("secrets");
        List<String> manner = read.one("manner");
        return new ClassState(
                new Entrance(
                        entrance.get(0),
                        entrance.get(1),
                        flag(entrance.get(2)),
                        flag(entrance.get(3)),
                        flag(entrance.get(4))),
                new Secrets(secrets.get(0), secrets.get(1), secrets.get(2)),
                read.seating(),
                read.course(),
                read.all("round").stream()
                        .findFirst()
                        .map(words -> new Round(
                                number(words.get(0)),
                                SetUp.Room.of(words.get(1)).orElseThrow(),
                                number(words.get(2)))),
                new Manner(flag(manner.get(0)), manner.get(1), manner.get(2)),
                Instant.ofEpochMilli(Long.parseLong(read.one("used").get(0))));
    }

    private Seating seating() {
        Map<Integer, Seat> known = new TreeMap<>();
        for (List<String> words : all("seat")) {
            Optional<Call> call = Optional.of(words.get(4))
                    .filter(since -> !since.equals(NONE))
                    .map(since -> new Call(Instant.ofEpochMilli(Long.parseLong(since))));
            Seat seat = new Seat(
                    number(words.get(0)),
                    words.get(1),
                    number(words.get(2)),
                    words.get(3),
                    call,
                    flag(words.get(5)),
                    Seat.Mark.of(words.get(6)).orElseThrow());
            known.put(seat.number(), seat);
        }
        return new Seating(number(one("capacity").get(0)), known);
    }

    private Course course() {
        Map<String, Score> scores = new TreeMap<>();
        all("score").forEach(words -> scores.put(words.get(0), new Score(number(words.get(1)), number(words.get(2)))));
        Map<String, Question> questions = new TreeMap<>();
        for (List<String> words : all("question")) {
            questions.put(
                    words.get(0),
                    new Question(votes(words.get(0)), hands(words.get(0)), flag(words.get(1)), flag(words.get(2))));
        }
        return new Course(number(one("place").get(0)), one("place").get(1), questions, scores);
    }

    private Map<Integer, Choice> votes(String point) {
        Map<Integer, Choice> votes = new TreeMap<>();
        all("vote").stream()
                .filter(words -> words.get(0).equals(point))
                .forEach(words ->
                        votes.put(number(words.get(1)), Choice.of(words.get(2)).orElseThrow()));
        return votes;
    }

    private Map<Choice, Integer> hands(String point) {
        Map<Choice, Integer> hands = new TreeMap<>();
        all("hands").stream()
                .filter(words -> words.get(0).equals(point))
                .forEach(words -> hands.put(Choice.of(words.get(1)).orElseThrow(), number(words.get(2))));
        return hands;
    }

    private List<List<String>> all(String kind) {
        return lines.getOrDefault(kind, List.of());
    }

    private List<String> one(String kind) {
        return all(kind).get(0);
    }

    private static int number(String word) {
        return Integer.parseInt(word);
    }

    private static boolean flag(String word) {
        return word.equals("true");
    }
}
