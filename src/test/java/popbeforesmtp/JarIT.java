package popbeforesmtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as people download it. */
class JarIT {

    private static final Path JAR = Path.of("target/popbeforesmtp.jar").toAbsolutePath();
    private static final Pattern NOT_NEEDED = Pattern.compile(
            ".*\\.(xsd|dtd)|.*GreenMailRule.*|static/readme/.+|.*/htmx\\.(esm|cjs|amd)\\..*|.*/htmx\\.js|.*/dist/ext/.+"
                    + "|META-INF/maven/.+|module-info\\.class|org/objectweb/asm/.+|.*protobuf.*");

    @Test
    void it_holds_the_licences_of_all_that_is_in_it() throws Exception {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.stream().map(ZipEntry::getName))
                    .contains(
                            "META-INF/licences/LICENSE",
                            "META-INF/licences/NOTICES.txt",
                            "META-INF/licences/artifacts.txt",
                            "META-INF/licences/Apache-2.0.txt",
                            "META-INF/licences/ognl.txt");
        }
    }

    @Test
    void it_holds_nothing_that_nobody_needs() throws Exception {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.stream()
                            .map(ZipEntry::getName)
                            .filter(name -> NOT_NEEDED.matcher(name).matches()))
                    .isEmpty();
        }
    }

    @Test
    void a_rehearsal_makes_a_class_archive_that_the_next_start_uses(@TempDir Path folder) throws Exception {
        Path archive = folder.resolve("popbeforesmtp.jsa");
        try (Started rehearsal = Started.main(
                "popbeforesmtp.Rehearsal", JAR, List.of("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:cds=off"))) {
            assertThat(rehearsal.exitCode()).isZero();
            assertThat(rehearsal.written()).last().isEqualTo("Stopped.");
        }
        assertThat(archive).isNotEmptyFile();

        Path loaded = folder.resolve("loaded");
        List<String> flags = List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:class+load:file=" + loaded);
        String data = folder.resolve("data").toString();
        try (Started site = Started.jar(JAR, flags, "--port", "0", "--data", data)) {
            assertThat(site.port()).isPositive();
        }
        assertThat(Files.readString(loaded))
                .contains(
                        "popbeforesmtp.App source: shared objects file (top)",
                        "org.sqlite.core.NativeDB source: shared objects file (top)");
    }
}
