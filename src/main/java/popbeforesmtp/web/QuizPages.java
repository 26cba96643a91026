package popbeforesmtp.web;

import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import popbeforesmtp.lesson.Edition;
import popbeforesmtp.lesson.Library;
import popbeforesmtp.lesson.Marks;
import popbeforesmtp.lesson.Quiz;
import popbeforesmtp.sandbox.Progress;
import popbeforesmtp.sandbox.SetUp;
import popbeforesmtp.sandbox.World;
import popbeforesmtp.web.WorldPage.Standing;

/** The quiz: one question a screen, {@code /quiz?q=3}, and how it went. */
final class QuizPages implements NotePage {

    static final String SLUG = "/quiz";

    private static final Pattern FORM = Pattern.compile(SLUG + "(?:\\?q=(end|[1-9][0-9]?))?");

    private final Library library;
    private final Views views;
    private final Standings standings;
    private final ErrorPages errors;

    QuizPages(Library library, Views views, Standings standings, ErrorPages errors) {
        this.library = library;
        this.views = views;
        this.standings = standings;
        this.errors = errors;
    }

    void show(Context ctx) {
        String number = ctx.queryParam("q");
        show(ctx, SLUG + (number == null ? "" : "?q=" + number));
    }

    @Override
    public void showPart(Context ctx, String from) {
        show(ctx, from);
    }

    private void show(Context ctx, String from) {
        Wording words = views.wording(ctx);
        Edition edition = library.in(words.language().code());
        if (!isThere(from)) {
            errors.tell(ctx, 404, "notfound");
            return;
        }
        Standing standing = standings.of(ctx, from, SetUp.FREE);
        Marks marks = new Marks(standings.world(ctx).map(World::progress).orElse(Progress.NONE));
        Quiz quiz = edition.quiz();
        Optional<Quiz.Item> asked = asked(quiz, from, marks);
        Map<String, Object> model = new HashMap<>();
        model.put("asking", Asking.of(quiz, asked, marks));
        model.put("notice", standing.told().map(Told::key).map(words::html).orElse(""));
        model.put("links", PageLinks.of(views, words.language(), edition));
        String title = asked.map(item ->
                        words.counted("quiz.number", item.number(), quiz.items().size()))
                .orElseGet(() -> words.plain("quiz.end"));
        model.put("frame", new Frame(words.language(), SLUG, standing.query(), words.plain("nav.quiz") + " " + title));
        ctx.render("quiz", model);
    }

    /** The question that is asked for; without a number the first one without an answer; none at the end. */
    private static Optional<Quiz.Item> asked(Quiz quiz, String from, Marks marks) {
        Matcher form = FORM.matcher(from);
        String number = form.matches() ? form.group(1) : null;
        if (number == null) {
            return quiz.items().stream()
                    .filter(item -> marks.quiz(item.number()).isEmpty())
                    .findFirst();
        }
        return number.equals("end") ? Optional.empty() : quiz.find(Integer.parseInt(number));
    }

    @Override
    public boolean isThere(String from) {
        Matcher form = FORM.matcher(from);
        if (!form.matches()) {
            return false;
        }
        String number = form.group(1);
        return number == null
                || number.equals("end")
                || quiz().find(Integer.parseInt(number)).isPresent();
    }

    @Override
    public Optional<Note> note(String from, Form form) {
        return switch (form.value("note")) {
            case "answer" -> {
                String answer = form.value("answer");
                yield asked(quiz(), from, new Marks(Progress.NONE))
                        .filter(item -> from.contains("?"))
                        .filter(item ->
                                answer.equals(Asking.UNSURE) || item.question().offers(answer))
                        .map(item -> Note.of(from + "#answer", marks -> marks.quizzed(item.number(), answer)));
            }
            case "again" -> Optional.of(Note.of(SLUG, marks -> marks.without(marks.missed(quiz()))));
            case "all" -> Optional.of(Note.of(SLUG, marks -> marks.without(quiz().items())));
            default -> Optional.empty();
        };
    }

    private Quiz quiz() {
        return library.in(Language.JA.code()).quiz();
    }
}
