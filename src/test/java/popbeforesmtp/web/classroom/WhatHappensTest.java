package popbeforesmtp.web.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import popbeforesmtp.web.PracticeSite;
import popbeforesmtp.web.Reader;
import popbeforesmtp.web.http.SiteOptions;

/** What happens when: a row of the plan for classes each. */
class WhatHappensTest {

    private static final SiteOptions.Rate ANY = new SiteOptions.Rate(5_000, 5_000);
    private static final SiteOptions UNHURRIED =
            SiteOptions.usual().withRates(ANY, ANY).withReads(ANY);
    private static final String FORWARDED = "X-Forwarded-For";

    private PracticeSite site = new PracticeSite(UNHURRIED);

    @AfterEach
    void close() {
        site.close();
    }

    private Room room() {
        return Room.open(site.reader());
    }

    private Reader seated(Room room, int seat) {
        Reader learner = site.reader();
        room.join(learner, seat);
        return learner;
    }

    private void behindAProxy() {
        site.close();
        site = new PracticeSite(UNHURRIED.withTrustedProxies(Set.of("127.0.0.1")));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    @Test
    void a_double_press_a_reload_and_back_show_the_same_answer() {
        Room room = room();
        Reader learner = seated(room, 3);
        room.act("act", "round");
        learner.get("/class");
        List<String> form = List.of("press", "send", "step", learner.step());
        String first = Room.follow(learner, learner.post("/class", form));
        String second = Room.follow(learner, learner.post("/class", form));
        assertThat(first).contains("data-outcome=\"refused\"", "あと9回");
        assertThat(second).isEqualTo(first);
        assertThat(learner.get("/class").body()).isEqualTo(first);
        Room.press(learner, "receive");
        String back = Room.follow(learner, learner.post("/class", form));
        assertThat(back).contains("data-outcome=\"received\"", "この画面は少し前のものです", "あと8回");
    }

    @Test
    void where_a_pc_died_another_takes_over_and_the_old_one_is_told_at_its_next_press() {
        Room room = room();
        Reader old = seated(room, 3);
        room.act("act", "round");
        Room.press(old, "send");
        Reader other = site.reader();
        String asked =
                other.post("/join", List.of("code", room.code(), "seat", "3")).body();
        assertThat(asked).contains("席3は、ほかのパソコンが使っています", "引き継ぐ");
        assertThat(other.get("/class").body()).doesNotContain("data-outcome");
        other.post("/join", List.of("code", room.code(), "seat", "3", "over", "yes"));
        assertThat(other.get("/class").body()).contains("data-outcome=\"refused\"", "あと9回");
        assertThat(room.board()).contains("引き継ぎ");
        HttpResponse<String> told = old.post("/class", List.of("press", "send", "step", "1.1"));
        assertThat(location(told)).isEqualTo("/join?told=taken");
        assertThat(Room.follow(old, told)).contains("ほかのパソコンが引き継ぎました");
        assertThat(other.get("/class").body()).contains("あと9回");
    }

    @Test
    void a_latecomer_is_led_to_where_the_class_is_and_only_who_has_arrived_is_counted() {
        Room room = room();
        Reader early = seated(room, 1);
        room.act("act", "next");
        assertThat(room.board()).contains("id=\"arrived\" data-count=\"0\"");
        Reader late = site.reader();
        HttpResponse<String> joined = late.post("/join", List.of("code", room.code(), "seat", "2"));
        assertThat(location(joined)).isEqualTo("/class");
        assertThat(room.board()).contains("id=\"arrived\" data-count=\"1\"", "1/2");
        assertThat(location(early.post("/class", List.of("act", "go")))).isEqualTo("/class");
        assertThat(room.board()).contains("id=\"arrived\" data-count=\"2\"", "2/2");
    }

    @Test
    void the_forty_first_is_told_and_finds_a_seat_when_there_are_ten_more() {
        Room room = room();
        IntStream.rangeClosed(1, 40).forEach(seat -> seated(room, seat));
        Reader one = site.reader();
        assertThat(one.get("/join").body()).contains("席がいっぱいです。先生に知らせてください。", "/teach/screen?code=" + room.code());
        room.act("act", "seats");
        room.join(one, 41);
        assertThat(one.get("/class").body()).contains("席41");
    }

    @Test
    void strangers_come_in_only_with_the_code_and_only_if_the_teacher_wants_that() {
        behindAProxy();
        Reader teacher = site.reader();
        teacher.post("/teach", List.of("act", "open"), FORWARDED, "203.0.113.5");
        String code = teacher.get("/teach", FORWARDED, "203.0.113.5")
                .body()
                .replaceFirst("(?s).*id=\"class-code\">([0-9]{6})<.*", "$1");
        assertThat(site.reader().get("/join", FORWARDED, "203.0.113.5").body()).contains("id=\"seat-7\"");
        Reader stranger = site.reader();
        assertThat(stranger.get("/join", FORWARDED, "198.51.100.9").body()).doesNotContain("id=\"seat-7\"");
        assertThat(stranger.get("/join?code=" + code, FORWARDED, "198.51.100.9").body())
                .contains("その番号のクラスには入れません");
        teacher.post("/teach/board", List.of("act", "remote"), FORWARDED, "203.0.113.5");
        assertThat(stranger.get("/join?code=" + code, FORWARDED, "198.51.100.9").body())
                .contains("id=\"seat-7\"");
        for (int i = 0; i < 4; i++) {
            assertThat(stranger.get("/join?code=00000" + i, FORWARDED, "198.51.100.9")
                            .body())
                    .contains("その番号のクラスには入れません");
        }
        assertThat(stranger.get("/join?code=" + code, FORWARDED, "198.51.100.9").body())
                .contains("違う番号が続いたので");
    }

    @Test
    void the_teacher_is_who_has_the_cookie_or_sits_at_the_machine_itself() {
        Room room = room();
        assertThat(site.reader().get("/teach/board").statusCode())
                .as("at the machine")
                .isEqualTo(200);
        assertThat(site.reader().get("/teach/board", FORWARDED, "192.0.2.1").statusCode())
                .as("behind a proxy that nobody told of")
                .isEqualTo(303);
        assertThat(room.teacher().get("/teach/board", FORWARDED, "192.0.2.1").statusCode())
                .isEqualTo(200);
        assertThat(site.reader()
                        .post("/teach/board", List.of("act", "hold"), FORWARDED, "192.0.2.1")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void behind_a_public_address_nobody_is_the_teacher_by_sitting_at_the_machine() {
        site.close();
        site = new PracticeSite(UNHURRIED.withPublicUrl("http://127.0.0.1"));
        Room room = room();
        assertThat(site.reader().get("/teach/board").statusCode()).isEqualTo(303);
        assertThat(room.board()).contains("クラスの様子");
    }

    @Test
    void eight_letters_take_the_class_over_and_are_shown_once() {
        behindAProxy();
        Room room = room();
        assertThat(room.teacher().get("/teach").body()).doesNotContain("id=\"letters\"");
        Reader tablet = site.reader();
        for (int i = 0; i < 4; i++) {
            assertThat(tablet.post("/teach", List.of("act", "take-over", "code", room.code(), "letters", "AAAAAAAA"))
                            .body())
                    .contains("クラスの番号か8文字が違います");
        }
        HttpResponse<String> taken =
                tablet.post("/teach", List.of("act", "take-over", "code", room.code(), "letters", room.letters()));
        assertThat(location(taken)).isEqualTo("/teach/board");
        assertThat(tablet.get("/teach/board").statusCode()).isEqualTo(200);
        assertThat(room.teacher().get("/teach/board").statusCode())
                .as("the device before")
                .isEqualTo(303);
        List<String> wrong = List.of("act", "take-over", "code", room.code(), "letters", "AAAAAAAA");
        assertThat(site.reader().post("/teach", wrong).statusCode()).isEqualTo(200);
        HttpResponse<String> paused = site.reader().post("/teach", wrong);
        assertThat(paused.statusCode()).isEqualTo(429);
        assertThat(paused.body()).contains("10分ほど待ってください");
        List<String> right = List.of("act", "take-over", "code", room.code(), "letters", room.letters());
        assertThat(location(site.reader().post("/teach", right, FORWARDED, "203.0.113.77")))
                .as("who guesses elsewhere keeps no teacher out")
                .isEqualTo("/teach/board");
    }

    @Test
    void the_fourth_class_of_an_address_is_told_why_it_is_not_opened() {
        behindAProxy();
        for (int i = 0; i < 3; i++) {
            assertThat(site.reader().post("/teach", List.of("act", "open")).statusCode())
                    .isEqualTo(303);
        }
        HttpResponse<String> fourth = site.reader().post("/teach", List.of("act", "open"));
        assertThat(fourth.statusCode()).isEqualTo(429);
        assertThat(fourth.body()).contains("もう3つのクラスが開いています");
    }

    @Test
    void at_the_end_seats_worlds_and_marks_are_gone_and_the_pcs_start_blank() {
        Room room = room();
        Reader learner = seated(room, 3);
        learner.get("/try");
        learner.press("send");
        assertThat(learner.get("/try").body()).contains("data-outcome=\"refused\"", "席3");
        int worlds = site.worlds().size();
        assertThat(room.teacher().post("/teach/summary", List.of("act", "end")).statusCode())
                .isEqualTo(303);
        assertThat(site.worlds().size()).isEqualTo(worlds - 1);
        HttpResponse<String> told = learner.get("/try");
        assertThat(location(told)).isEqualTo("/join?told=ended");
        assertThat(Room.follow(learner, told)).contains("クラスは終わりました");
        assertThat(learner.get("/try").body()).doesNotContain("data-outcome", "席3", "もうサーバーに残っていません");
    }

    @Test
    void the_next_class_sees_nothing_of_the_one_before() {
        Room before = room();
        Reader learner = seated(before, 3);
        before.act("act", "next");
        learner.post("/class", List.of("act", "predict", "choice", "sent", "point", "send-only"));
        learner.post("/learn", List.of("from", "/quiz?q=1", "note", "answer", "answer", "a"));
        learner.get("/try");
        learner.press("send");
        assertThat(learner.get("/quiz?q=1").body()).contains("data-verdict");
        assertThat(Room.follow(before.teacher(), before.teacher().post("/teach/summary", List.of("act", "end"))))
                .contains("クラスを消しました");
        Room next = room();
        learner.get("/try");
        next.join(learner, 3);
        next.act("act", "next");
        assertThat(learner.get("/try").body()).doesNotContain("data-outcome");
        assertThat(learner.get("/quiz?q=1").body()).doesNotContain("data-verdict");
        assertThat(learner.get("/class").body()).doesNotContain("aria-pressed=\"true\"");
        assertThat(next.board()).contains("data-choice=\"sent\" data-count=\"0\"");
    }

    @Test
    void two_classes_at_once_never_see_each_other() {
        behindAProxy();
        Room one = room();
        Room other = room();
        assertThat(site.reader().get("/join").body()).as("several").doesNotContain("id=\"seat-3\"");
        Reader here = seated(one, 3);
        Reader there = seated(other, 3);
        one.act("act", "round");
        other.act("act", "round");
        Room.press(here, "receive");
        assertThat(Room.press(there, "send")).contains("data-outcome=\"refused\"");
        assertThat(one.states()).containsExactly("received");
        assertThat(other.states()).containsExactly("refused");
        one.act("act", "hold");
        assertThat(Room.press(there, "receive")).contains("data-outcome=\"received\"");
        one.teacher().post("/teach/summary", List.of("act", "end"));
        assertThat(there.get("/class").body()).contains("席3");
    }

    @Test
    void while_the_teacher_talks_presses_change_nothing_and_say_so() {
        Room room = room();
        Reader learner = seated(room, 3);
        room.act("act", "round");
        learner.get("/try");
        room.act("act", "hold");
        HttpResponse<String> alone = learner.press("send");
        assertThat(alone.statusCode()).isEqualTo(409);
        assertThat(alone.body()).contains("いまは、先生の話の時間です");
        assertThat(Room.press(learner, "send"))
                .contains("いまは、先生の話の時間です", "あと10回")
                .doesNotContain("data-outcome");
        assertThat(learner.post("/class", List.of("act", "call")).statusCode())
                .as("one may call")
                .isEqualTo(303);
        room.act("act", "release");
        learner.get("/try");
        assertThat(learner.press("send").statusCode()).isEqualTo(303);
    }

    @Test
    void full_width_digits_do_not_matter() {
        behindAProxy();
        Room room = room();
        room();
        Reader learner = site.reader();
        String wide = room.code()
                .chars()
                .mapToObj(digit -> Character.toString(digit - '0' + '０'))
                .reduce("", String::concat);
        assertThat(learner.get("/join?code=" + Reader.encoded(wide)).body()).contains("id=\"seat-7\"");
        assertThat(location(learner.get("/" + Reader.encoded(wide)))).isEqualTo("/join?code=" + room.code());
        assertThat(location(learner.get("/" + Reader.encoded("１")))).isEqualTo("/join#seat-1");
        assertThat(location(learner.get("/" + Reader.encoded("ｊｏｉｎ")))).isEqualTo("/join");
        assertThat(location(learner.get("/learn/" + Reader.encoded("２")))).isEqualTo("/learn/2");
        assertThat(learner.post("/join", List.of("code", wide, "seat", "７")).statusCode())
                .isEqualTo(303);
        assertThat(learner.get("/class").body()).contains("席7");
        assertThat(learner.get("/" + Reader.encoded("無")).statusCode()).isEqualTo(404);
    }

    @Test
    void who_calls_is_on_the_board_until_the_teacher_has_gone_there() {
        Room room = room();
        Reader learner = seated(room, 5);
        learner.get("/read/story");
        HttpResponse<String> called = learner.post("/class", List.of("act", "call", "from", "/read/story"));
        assertThat(location(called)).isEqualTo("/read/story");
        assertThat(learner.get("/read/story").body()).contains("先生を呼んでいます");
        assertThat(room.board()).contains("呼んでいる席", "data-state=\"calling\"");
        room.act("act", "answered", "seat", "5");
        assertThat(room.board()).doesNotContain("呼んでいる席");
        assertThat(learner.get("/read/story").body()).contains("先生を呼ぶ");
    }

    @Test
    void the_class_looks_as_the_teacher_wants_unless_a_learner_wants_otherwise() {
        Room room = room();
        Reader learner = seated(room, 5);
        room.teacher().post("/teach", List.of("act", "look", "size", "150", "furigana", "all"));
        assertThat(learner.get("/words").body()).contains("data-size=\"150\"", "data-furigana=\"all\"");
        learner.post("/settings", List.of("size", "125"));
        assertThat(learner.get("/words").body()).contains("data-size=\"125\"", "data-furigana=\"all\"");
        assertThat(site.reader().get("/words").body()).doesNotContain("data-size", "data-furigana");
    }

    @Test
    void helpers_may_look_and_not_press() {
        behindAProxy();
        Room room = room();
        String link = room.board()
                .replaceFirst("(?s).*href=\"(/teach/board\\?code=[^\"]*)\".*", "$1")
                .replace("&amp;", "&");
        Reader helper = site.reader();
        String board = helper.get(link).body();
        assertThat(board).contains("クラスの様子", "data-seat=\"40\"").doesNotContain("つぎへ</button>", "席を空ける");
        assertThat(helper.get("/teach/board").statusCode()).isEqualTo(303);
        assertThat(helper.post("/teach/board", List.of("act", "hold")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_question_is_closed_counted_with_hands_and_shown_when_the_teacher_wants() {
        Room room = room();
        Reader learner = seated(room, 5);
        room.act("act", "next");
        learner.post("/class", List.of("act", "predict", "choice", "sent", "point", "send-only"));
        String screen = room.teacher().get("/teach/screen?show=tally").body();
        assertThat(screen).contains("1人のうち1人が予想しました").doesNotContain("id=\"tally\"");
        room.act("act", "hand", "choice", "refused", "by", "more");
        room.act("act", "show");
        assertThat(room.teacher().get("/teach/screen?show=tally").body())
                .contains("data-choice=\"sent\" data-count=\"1\"", "data-choice=\"refused\" data-count=\"1\"");
        room.act("act", "close");
        assertThat(Room.follow(
                        learner,
                        learner.post("/class", List.of("act", "predict", "choice", "unsure", "point", "send-only"))))
                .contains("予想は締め切りました");
        assertThat(room.board()).contains("data-choice=\"unsure\" data-count=\"0\"");
        assertThat(room.teacher().get("/teach/summary?csv=yes").body()).contains("\"受信しないで送る\",\"1\",\"1\",\"0\"");
    }

    @Test
    void a_press_of_next_from_an_old_board_moves_nothing() {
        Room room = room();
        room.act("act", "next");
        room.teacher().post("/teach/board", List.of("act", "next", "here", "story"));
        assertThat(room.board()).contains("name=\"here\" value=\"send-only\"");
    }

    @Test
    void nobody_is_named_on_the_projector() {
        Room room = room();
        List<Reader> learners = List.of(seated(room, 3), seated(room, 4));
        room.act("act", "round");
        learners.forEach(learner -> Room.press(learner, "send"));
        Room.press(learners.get(0), "receive");
        Reader writer = seated(room, 5);
        writer.get("/class");
        Room.follow(
                writer,
                writer.post("/class", List.of("press", "send", "step", writer.step(), "to", "4", "card", "cat")));
        for (String show : List.of("entrance", "question", "tally", "line", "list", "why")) {
            String page = room.teacher().get("/teach/screen?show=" + show).body();
            assertThat(page).as(show).doesNotContain("席3", "席4", "席5", "seki");
        }
        assertThat(room.teacher().get("/teach/screen?show=list").body()).contains("198.51.100.7");
        assertThat(room.teacher().get("/teach/screen?show=line").body())
                .contains("data-outcome=\"refused\" data-count=\"1\"");
    }

    @Test
    void it_is_all_there_in_english() {
        Room room = room();
        Reader learner = seated(room, 3);
        assertThat(site.reader().get("/en/join").body()).contains(">Seat 4</button>");
        room.act("act", "round");
        assertThat(learner.get("/en/class").body()).contains("Seat 3", "Call the teacher", "Receive");
        assertThat(room.teacher().get("/en/teach/board").body()).contains("The class now", ">Next</button>");
        assertThat(room.teacher().get("/en/teach").body()).contains("A plan for 45 minutes");
        assertThat(site.reader().get("/en/teach/screen").body()).contains("The large screen");
        assertThat(room.teacher().get("/en/teach/summary").body()).contains("Delete it all");
    }

    @Test
    void a_preset_shows_only_what_it_names_and_stays_so_after_a_press() {
        Room room = room();
        String made = room.teacher()
                .get("/teach?case=too-late&only-receive=on&only-send=on&only-clock=on")
                .body();
        assertThat(made).contains("/try?case=too-late&amp;only=receive,send,clock");
        String link = "/try?case=too-late&only=receive,send,clock";
        room.teacher().post("/teach", List.of("act", "page", "page", link));
        Reader learner = site.reader();
        HttpResponse<String> joined = learner.post("/join", List.of("code", room.code(), "seat", "3"));
        assertThat(location(joined)).isEqualTo(link);
        String page = learner.get(link).body();
        assertThat(page).contains("value=\"receive\"", "value=\"advance:1\"");
        String[] left = {"value=\"undo\"", "id=\"talk\"", "id=\"list\"", "id=\"console\"", "id=\"taro\"", "id=\"scene\""
        };
        assertThat(page).doesNotContain(left);
        String pressed = Room.follow(
                learner,
                learner.post(
                        "/try", List.of("case", "too-late", "from", link, "step", learner.step(), "press", "receive")));
        assertThat(pressed).contains("data-outcome=\"received\"").doesNotContain(left);
        String part = learner.get(link).body();
        String swapped = learner.post(
                        "/try",
                        List.of("case", "too-late", "from", link, "step", learner.step(), "press", "send"),
                        "HX-Request",
                        "true")
                .body();
        assertThat(part).contains("hx-select-oob");
        assertThat(swapped).contains("data-outcome=\"sent\"").doesNotContain(left);
        assertThat(site.reader().get("/try?case=too-late").body()).contains(left);
        assertThat(room.teacher()
                        .post("/teach", List.of("act", "page", "page", "//elsewhere"))
                        .body())
                .contains("そのページへは行けません");
    }

    @Test
    void what_moves_is_also_there_for_who_asks() {
        Room room = room();
        String before = room.teacher().get("/teach/board/stream?once=yes").body();
        assertThat(before).contains("id=\"arrived\" data-count=\"0\"").doesNotContain("<html");
        seated(room, 3);
        assertThat(room.teacher().get("/teach/board/stream?once=yes").body())
                .contains("id=\"arrived\" data-count=\"1\"");
        assertThat(room.teacher()
                        .get("/teach/screen/stream?once=yes&show=entrance")
                        .body())
                .contains("1人が席につきました");
    }

    @Test
    void handouts_carry_the_address_and_the_code_and_a_box_for_the_seat() {
        site.close();
        site = new PracticeSite(UNHURRIED.withPublicUrl("http://pop.example"));
        Room room = room();
        assertThat(room.teacher().get("/print/worksheet").body())
                .contains("pop.example/", room.code(), "class=\"seatbox\"")
                .doesNotContain("localhost");
        assertThat(room.teacher().get("/teach").body()).contains("http://pop.example/join", "class=\"qr\"");
        assertThat(site.reader().get("/print/worksheet").body()).doesNotContain(room.code());
    }
}
