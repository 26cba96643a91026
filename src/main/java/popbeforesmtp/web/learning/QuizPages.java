package popbeforesmtp.web.learning;

import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import popbeforesmtp.lesson.Edition;
import popbeforesmtp.lesson.Library;
import popbeforesmtp.lesson.course.LearnerRecord;
import popbeforesmtp.lesson.course.Quiz;
import popbeforesmtp.sandbox.journal.Progress;
import popbeforesmtp.sandbox.press.SetUp;
import popbeforesmtp.sandbox.world.SeatSession;
import popbeforesmtp.web.http.Form;
import popbeforesmtp.web.page.ErrorPages;
import popbeforesmtp.web.page.Language;
import popbeforesmtp.web.page.Localizer;
import popbeforesmtp.web.page.Notice;
import popbeforesmtp.web.page.PageChrome;
import popbeforesmtp.web.page.PageLinks;
import popbeforesmtp.web.page.Section;
import popbeforesmtp.web.page.Views;
import popbeforesmtp.web.world.NotePage;
import popbeforesmtp.web.world.PageState;
import popbeforesmtp.web.world.PageStates;

/** The quiz: one question a screen, {@code /quiz?q=3}, and how it went. */
public final class QuizPages implements NotePage {

    private static final Pattern FORM = Pattern.compile(Section.QUIZ + "(?:\\?q=(end|[1-9][0-9]?))?");

    private final Library library;
    private final Views views;
    private final PageStates standings;
    private final ErrorPages errors;

    public QuizPages(Library library, Views views, PageStates standings, ErrorPages errors) {
        this.library = library;
        this.views = views;
        this.standings = standings;
        this.errors = errors;
    }

    public void show(Context ctx) {
        String number = ctx.queryParam("q");
        show(ctx, Section.QUIZ + (number == null ? "" : "?q=" + number));
    }

    @Override
    public void showPart(Context ctx, String from) {
        show(ctx, from);
    }

    private void show(Context ctx, String from) {
        Localizer words = views.wording(ctx);
        Edition edition = library.in(words.language().code());
        if (!isThere(from)) {
            errors.tell(ctx, 404, "notfound");
            return;
        }
        PageState standing = standings.of(ctx, from, SetUp.FREE);
        LearnerRecord marks = new LearnerRecord(
                standings.world(ctx).map(SeatSession::progress).orElse(Progress.NONE));
        Quiz quiz = edition.quiz();
        Optional<Quiz.Item> asked = asked(quiz, from, marks);
        Map<String, Object> model = new HashMap<>();
        model.put("asking", QuizModel.of(quiz, asked, marks));
        model.put("notice", standing.told().map(Notice::key).map(words::html).orElse(""));
        model.put("links", PageLinks.of(views, words.language(), edition));
        String title = asked.map(item ->
                        words.counted("quiz.number", item.number(), quiz.items().size()))
                .orElseGet(() -> words.plain("quiz.end"));
        model.put("title", title);
        model.put(
                "frame",
                new PageChrome(
                        words.language(), Section.QUIZ, standing.query(), words.plain("nav.quiz") + " " + title));
        ctx.render("quiz", model);
    }

    /** The question that is asked for; without a number the first one without an answer; none at the end. */
    private static Optional<Quiz.Item> asked(Quiz quiz, String from, LearnerRecord marks) {
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
                yield asked(quiz(), from, new LearnerRecord(Progress.NONE))
                        .filter(item -> from.contains("?"))
                        .filter(item -> answer.equals(QuizModel.UNSURE)
                                || item.question().offers(answer))
                        .map(item -> Note.of(from + "#answer", marks -> marks.quizzed(item.number(), answer)));
            }
            case "again" -> Optional.of(Note.of(Section.QUIZ, marks -> marks.without(marks.missed(quiz()))));
            case "all" -> Optional.of(Note.of(Section.QUIZ, marks -> marks.without(quiz().items())));
            default -> Optional.empty();
        };
    }

    private Quiz quiz() {
        return library.in(Language.JA.code()).quiz();
    }
}
