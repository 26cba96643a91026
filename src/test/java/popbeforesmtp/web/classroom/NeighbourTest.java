package popbeforesmtp.web.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import popbeforesmtp.web.PracticeSite;
import popbeforesmtp.web.Reader;

/** The neighbour in three minutes, over HTTP and without scripts. */
class NeighbourTest {

    private static final int SEATS = 6;

    @RegisterExtension
    static final PracticeSite SITE = PracticeSite.unhurried();

    @Test
    void a_whole_lesson_of_the_neighbour() {
        Room room = Room.open(SITE.reader());
        List<Reader> learners = IntStream.rangeClosed(1, SEATS)
                .mapToObj(seat -> {
                    Reader learner = SITE.reader();
                    room.join(learner, seat);
                    return learner;
                })
                .toList();
        assertThat(room.states()).containsExactly("here", "here", "here", "here", "here", "here");

        room.act("act", "next");
        room.act("act", "next");
        room.act("act", "next");
        learners.forEach(learner -> {
            String page = Room.follow(learner, learner.post("/class", List.of("act", "go")));
            assertThat(page).contains("席3だけが受信したら");
            String voted = Room.follow(
                    learner,
                    learner.post("/class", List.of("act", "predict", "choice", "refused", "point", "neighbour")));
            assertThat(voted).contains("aria-pressed=\"true\"");
        });
        String predicted = room.board();
        assertThat(predicted).contains("id=\"arrived\" data-count=\"6\"", "data-choice=\"refused\" data-count=\"6\"");
        assertThat(Room.states(predicted)).containsOnly("predicted");

        room.act("act", "round");
        learners.forEach(learner -> assertThat(Room.press(learner, "send")).contains("data-outcome=\"refused\""));
        assertThat(room.states()).hasSize(SEATS).containsOnly("refused");

        assertThat(Room.press(learners.get(2), "receive")).contains("data-outcome=\"received\"", "席3が書きました");
        learners.forEach(learner -> assertThat(Room.press(learner, "send")).contains("data-outcome=\"sent\""));
        assertThat(room.states()).hasSize(SEATS).containsOnly("sent");

        room.act("press", "advance:after-end");
        learners.forEach(learner -> assertThat(Room.press(learner, "send")).contains("data-outcome=\"refused\""));
        assertThat(room.states()).hasSize(SEATS).containsOnly("refused");

        room.act("act", "own-lines");
        Room.press(learners.get(2), "receive");
        learners.forEach(learner -> Room.press(learner, "send"));
        assertThat(room.states()).containsExactly("refused", "refused", "sent", "refused", "refused", "refused");
    }
}
