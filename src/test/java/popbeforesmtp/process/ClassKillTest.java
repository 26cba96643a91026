package popbeforesmtp.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import popbeforesmtp.web.Reader;
import popbeforesmtp.web.classroom.Room;

/** The teacher's PC goes dark in the middle of a lesson, and comes back. */
class ClassKillTest {

    @TempDir
    Path folder;

    @Test
    void the_class_goes_on_where_it_was_when_the_plug_was_pulled() throws Exception {
        Reader teacher;
        Reader learner;
        Room room;
        String board;
        try (SiteProcess site = SiteProcess.start(folder.toString())) {
            teacher = new Reader(site.port());
            room = Room.open(teacher);
            learner = new Reader(site.port());
            room.join(learner, 3);
            room.act("act", "next");
            learner.post("/class", List.of("act", "predict", "choice", "sent", "point", "send-only"));
            room.act("act", "round");
            assertThat(Room.press(learner, "receive")).contains("data-outcome=\"received\"");
            learner.get("/try");
            learner.press("send");
            board = room.board();
            site.kill();
        }
        try (SiteProcess site = SiteProcess.start(folder.toString())) {
            Reader back = teacher.at(site.port());
            assertThat(back.get("/teach").body()).contains(">続ける</a>", room.code());
            assertThat(back.get("/teach/board").body()).isEqualTo(board);
            Reader same = learner.at(site.port());
            assertThat(same.get("/class").body()).contains("席3", "data-outcome=\"received\"", "あと9回");
            assertThat(same.get("/try").body()).contains("data-outcome=\"refused\"");
            assertThat(Room.press(same, "send")).contains("data-outcome=\"sent\"");
        }
    }
}
