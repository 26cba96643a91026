package popbeforesmtp.web.learning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import popbeforesmtp.lesson.Library;
import popbeforesmtp.lesson.course.Question;
import popbeforesmtp.lesson.course.Quiz;
import popbeforesmtp.lesson.source.ResourceRoot;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.web.PracticeSite;
import popbeforesmtp.web.Pupil;

/** The quiz, answered rightly and wrongly, and the comparison of two dialogues. */
class QuizPagesTest {

    private static final Quiz QUIZ =
            Library.open(ResourceRoot.packed()).in("ja").quiz();

    @RegisterExtension
    static final PracticeSite SITE = PracticeSite.unhurried();

    private static Pupil pupil() {
        Pupil pupil = new Pupil(SITE.reader(), "");
        pupil.see("/quiz");
        return pupil;
    }

    private static String answer(Pupil pupil, Quiz.Item item, String option) {
        return pupil.note("/quiz?q=" + item.number(), "answer", "answer", option);
    }

    @Test
    void each_question_is_explained_after_its_answer_and_leads_to_its_proof() {
        Pupil pupil = pupil();
        for (Quiz.Item item : QUIZ.items()) {
            String from = "/quiz?q=" + item.number();
            assertThat(pupil.see(from)).contains("name=\"answer\"").doesNotContain("id=\"answer\"");
            String right = answer(pupil, item, item.question().answer());
            assertThat(right).contains("id=\"answer\"", "そのとおりです。", "href=\"/try?case=" + item.experiment() + "\"");
        }
        assertThat(pupil.see("/quiz")).contains("12問のうち、12問が正解でした。", "全部正解です。").doesNotContain("value=\"again\"");
    }

    @Test
    void whoever_chose_otherwise_is_told_why_that_is_not_so() {
        for (Quiz.Item item : QUIZ.items()) {
            Pupil pupil = pupil();
            for (Question.Option option : item.question().options()) {
                String page = plain(answer(pupil, item, option.id()));
                option.why()
                        .ifPresent(why -> assertThat(page)
                                .contains(
                                        why.plain(),
                                        item.question().explanation().plain()));
                assertThat(option.why().isPresent())
                        .isNotEqualTo(item.question().isRight(option.id()));
            }
            assertThat(plain(answer(pupil, item, "unsure")))
                    .contains(item.question().explanation().plain());
        }
    }

    private static String plain(String page) {
        return page.replaceAll("<r[tp]\\b.*?</r[tp]>", "").replaceAll("<[^>]+>", "");
    }

    @Test
    void the_answers_stand_in_the_same_order_each_time_and_not_being_sure_last() {
        for (Quiz.Item item : QUIZ.items()) {
            String from = "/quiz?q=" + item.number();
            String page = pupil().see(from);
            assertThat(pupil().see(from)).isEqualTo(page);
            assertThat(page.substring(page.lastIndexOf("type=\"radio\""))).contains("value=\"unsure\"");
        }
        assertThat(QUIZ.items().stream()
                        .map(item -> pupil().see("/quiz?q=" + item.number()))
                        .map(page -> page.substring(page.indexOf("required value=\"") + 16)
                                .charAt(0)))
                .contains('a', 'b', 'c');
    }

    @Test
    void what_was_missed_is_redone_and_only_that() {
        Pupil pupil = pupil();
        for (Quiz.Item item : QUIZ.items()) {
            answer(pupil, item, item.question().answer());
        }
        Quiz.Item third = QUIZ.find(3).orElseThrow();
        assertThat(answer(pupil, third, "unsure")).contains("「わからない」で、大丈夫です。", "答え：");
        assertThat(answer(pupil, QUIZ.find(7).orElseThrow(), "b")).contains("ここが大事なところです。");
        assertThat(pupil.see("/quiz")).contains("12問のうち、10問が正解でした。", "お疲れさまでした。", "href=\"/quiz?q=3\"");
        assertThat(pupil.note("/quiz?q=end", "again")).contains("12問のうち、3問目");
        answer(pupil, third, third.question().answer());
        assertThat(pupil.see("/quiz")).contains("12問のうち、7問目");
        assertThat(pupil.see("/quiz?q=4")).contains("id=\"answer\"");
        assertThat(pupil.see("/quiz?q=end")).contains("まだ答えていない問いがあります。");
        assertThat(pupil.note("/quiz?q=end", "all")).contains("12問のうち、1問目");
    }

    @Test
    void two_dialogues_of_the_same_button_stand_beside_each_other_from_one_experiment_to_the_next() {
        Pupil pupil = pupil();
        assertThat(pupil.see("/compare-runs")).contains("同じボタンの会話が2つ要ります。").doesNotContain("<table");
        pupil.press("/learn/2?trial=a", new Press.Send());
        pupil.press("/learn/2?trial=b", new Press.Receive());
        assertThat(pupil.see("/compare-runs")).contains("同じボタンの会話が2つ要ります。");
        pupil.press("/learn/2?trial=b", new Press.Send());
        String page = pupil.see("/compare-runs");
        assertThat(page).contains("前：", "送信する 1回目", "いま：", "送信する 2回目");
        assertThat(page.split("class=\"differs\"", -1)).hasSize(2);
        String differs = page.substring(page.indexOf("class=\"differs\""));
        assertThat(differs.substring(0, differs.indexOf("</tr>"))).contains("ここから違う", ">550 5.7.1", ">250 2.1.5");
        pupil.press("/learn/2?trial=b", new Press.Send());
        assertThat(pupil.see("/compare-runs")).contains("2つの会話はすべて同じでした。").doesNotContain("class=\"differs\"");
    }
}
