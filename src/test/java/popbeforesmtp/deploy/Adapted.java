package popbeforesmtp.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of {@code deploy/} with the ports and paths of a test in the place of those of a real machine. */
record Adapted(String text) {

    static final Path FOLDER = Path.of("deploy").toAbsolutePath();

    static Adapted of(String name) throws IOException {
        return new Adapted(Files.readString(FOLDER.resolve(name)));
    }

    /** The same with something else; what is not there cannot be replaced. */
    Adapted with(String old, String fresh) {
        assertThat(text).contains(old);
        return new Adapted(text.replace(old, fresh));
    }

    Path in(Path folder, String name) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
