package popbeforesmtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import popbeforesmtp.web.Reader;

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

    /** A command of the unit, with the paths of this machine and of a test. */
    private static List<String> ofTheUnit(String key, Path folder) throws Exception {
        String line = Files.readString(Path.of("deploy", "popbeforesmtp.service"))
                .lines()
                .filter(each -> each.startsWith(key + "="))
                .findFirst()
                .orElseThrow()
                .substring(key.length() + 1)
                .replaceFirst("^-", "")
                .replace("$$", "$")
                .replace("%C/popbeforesmtp", folder.toString())
                .replace("/opt/popbeforesmtp/popbeforesmtp.jar", JAR.toString())
                .replace(
                        "/usr/bin/java",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString())
                .replace("--admin-port 7071", "--admin-port 0");
        List<String> words = new ArrayList<>();
        Matcher word = Pattern.compile("'([^']*)'|(\\S+)").matcher(line);
        while (word.find()) {
            words.add(word.group(1) == null ? word.group(2) : word.group(1));
        }
        return words;
    }

    @Test
    void the_commands_of_the_unit_make_an_archive_once_and_start_the_site(@TempDir Path folder) throws Exception {
        Path archive = folder.resolve("classes.jsa");
        List<FileTime> made = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            try (Started before = Started.program(Map.of(), ofTheUnit("ExecStartPre", folder))) {
                assertThat(before.exitCode()).isZero();
            }
            made.add(Files.getLastModifiedTime(archive));
        }
        assertThat(made.get(1)).isEqualTo(made.get(0));

        Map<String, String> environment =
                Map.of("PORT", "0", "POPBEFORESMTP_DATA", folder.resolve("data").toString());
        try (Started site = Started.program(environment, ofTheUnit("ExecStart", folder))) {
            assertThat(new Reader(site.port()).get("/readyz").body()).isEqualTo("ready");
            site.terminate();
            assertThat(site.exitCode()).isZero();
            assertThat(site.written())
                    .hasSize(4)
                    .anyMatch(line -> line.startsWith("Metrics: "))
                    .last()
                    .isEqualTo("Stopped.");
        }
    }
}
