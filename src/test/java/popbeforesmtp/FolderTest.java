package popbeforesmtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder for the classroom, as far as it can be tried without a screen. */
class FolderTest {

    private static final Pattern ROOM = Pattern.compile("^For the other PCs in the room: (.*)$");

    @Test
    void it_is_open_to_the_room_keeps_all_inside_the_folder_and_ends_cleanly(@TempDir Path folder) throws Exception {
        List<String> flags = List.of("-Djava.awt.headless=true", "-Dpopbeforesmtp.folder=" + folder);
        try (Started room = Started.classes("popbeforesmtp.Folder", flags, "--port", "0")) {
            int port = room.port();
            assertThat(room.says(ROOM)).isNotEmpty();
            HttpRequest home = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/"))
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(home, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(200);
            assertThat(folder.resolve("data/worlds.db")).isRegularFile();
            room.terminate();
            assertThat(room.exitCode()).isZero();
            assertThat(room.written()).last().isEqualTo("Stopped.");
        }
    }
}
