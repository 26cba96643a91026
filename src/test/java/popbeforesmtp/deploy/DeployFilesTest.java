package popbeforesmtp.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import popbeforesmtp.Started;

/** What each program says about its file, and what the files must agree about. */
class DeployFilesTest {

    private static final List<String> FLAGS = List.of(
            "-Xms24m",
            "-Xmx96m",
            "-Xmn8m",
            "-XX:MinHeapFreeRatio=5",
            "-XX:MaxHeapFreeRatio=15",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xss512k",
            "-XX:+ExitOnOutOfMemoryError");

    @TempDir
    private Path folder;

    private static String file(String name) throws Exception {
        return Adapted.of(name).text();
    }

    @Test
    void the_unit_is_well_formed_and_lets_nothing_out() throws Exception {
        String unit = Adapted.FOLDER.resolve("popbeforesmtp.service").toString();
        assertThat(Installed.says("systemd-analyze", "verify", unit)).isEmpty();
        // 20 is an exposure of 2.0.
        assertThat(Installed.says("systemd-analyze", "security", "--offline=true", "--threshold=20", unit))
                .contains("Overall exposure level");
    }

    @Test
    void caddy_takes_its_file_as_it_is() throws Exception {
        String caddy = Adapted.FOLDER.resolve("Caddyfile").toString();
        assertThat(Installed.says("caddy", "validate", "--adapter", "caddyfile", "--config", caddy))
                .contains("Valid configuration");
    }

    @Test
    void nginx_takes_its_file() throws Exception {
        Path file = Proxy.nginxFile(folder, Certificate.madeIn(folder), Proxy.freePort(), 7070);
        assertThat(Installed.says("nginx", "-t", "-c", file.toString(), "-e", "stderr"))
                .contains("test is successful");
    }

    @Test
    void haproxy_takes_its_file_without_a_warning() throws Exception {
        Path file = Proxy.haproxyFile(folder, Certificate.madeIn(folder), Proxy.freePort(), 7070, 7072);
        assertThat(Installed.says("haproxy", "-c", "-f", file.toString())).doesNotContain("WARNING", "ALERT");
    }

    @Test
    void the_unit_and_the_container_give_java_the_flags_of_the_readme() throws Exception {
        for (String file : List.of("popbeforesmtp.service", "Containerfile")) {
            assertThat(file(file)).contains("MALLOC_ARENA_MAX=1", "MALLOC_TRIM_THRESHOLD_=131072");
        }
        for (String flag : FLAGS) {
            assertThat(file("popbeforesmtp.service").lines().filter(line -> line.startsWith("ExecStart=")))
                    .allSatisfy(line -> assertThat(line).contains(" " + flag + " "));
            assertThat(file("Containerfile")).contains("\"" + flag + "\"");
            assertThat(Files.readString(Path.of("README.md"))).contains(flag);
        }
    }

    @Test
    void the_container_is_built_in_two_stages_of_files_that_are_there_and_is_not_root() throws Exception {
        List<String> lines = file("Containerfile").lines().toList();
        assertThat(lines.stream().filter(line -> line.startsWith("FROM "))).hasSize(2);
        assertThat(lines.stream().filter(line -> line.startsWith("USER "))).containsExactly("USER 10001:10001");
        assertThat(lines.stream()
                        .filter(line -> line.startsWith("COPY ") && !line.contains("--from"))
                        .map(line -> Path.of(line.split(" ", -1)[1])))
                .isNotEmpty()
                .allSatisfy(path -> assertThat(path).exists());
    }

    @Test
    void the_health_check_of_the_container_knows_ready_from_unready() throws Exception {
        String bash = Installed.program("bash");
        Matcher check = Pattern.compile("HEALTHCHECK .*CMD \\[\"bash\", \"-c\", \"(.*)\"\\]")
                .matcher(file("Containerfile"));
        assertThat(check.find()).isTrue();
        String script = check.group(1).replace("\\\"", "\"").replace("\\\\", "\\");
        try (Started site = Started.site(Map.of("POPBEFORESMTP_BASE_PATH", "/mail"), "--port", "0")) {
            String port = Integer.toString(site.port());
            for (Map.Entry<String, Integer> path :
                    Map.of("/mail", 0, "/elsewhere", 1).entrySet()) {
                try (Started asked = Started.program(
                        Map.of("POPBEFORESMTP_PORT", port, "POPBEFORESMTP_BASE_PATH", path.getKey()),
                        List.of(bash, "-c", script))) {
                    assertThat(asked.exitCode()).isEqualTo(path.getValue());
                }
            }
        }
    }

    @Test
    void the_composition_has_caddy_two_of_ours_and_a_database() throws Exception {
        Load yaml = new Load(LoadSettings.builder().setAllowDuplicateKeys(false).build());
        Map<?, ?> read = (Map<?, ?>) yaml.loadFromString(file("compose.yaml"));
        Map<?, ?> services = (Map<?, ?>) read.get("services");
        assertThat(services.keySet().stream().map(Object::toString))
                .containsExactlyInAnyOrder("proxy", "one", "two", "database");
        assertThat(services.get("one")).isEqualTo(services.get("two"));
        assertThat(file("compose.yaml")
                        .lines()
                        .map(String::strip)
                        .filter(line -> line.startsWith("- ./"))
                        .map(line -> Adapted.FOLDER.resolve(line.substring(4).split(":", 2)[0])))
                .isNotEmpty()
                .allSatisfy(path -> assertThat(path).exists());
    }

    @Test
    void the_page_for_when_the_site_is_away_is_whole_in_both_languages() throws Exception {
        String page = file("away.html");
        assertThat(page).contains("<html lang=\"ja\">", "つながりません", "<div lang=\"en\">", "Not reachable");
        assertThat(page).doesNotContain("src=", "href=", "<script");
        // By this the page that stands knows that it is not from the site, and keeps its result.
        assertThat(page).doesNotContain("id=\"result\"");
    }

    @Test
    void a_release_is_made_of_files_that_are_there() throws Exception {
        assertThat(Adapted.FOLDER.resolve("release")).isExecutable();
        assertThat(Installed.says(
                        "bash", "-n", Adapted.FOLDER.resolve("release").toString()))
                .isEmpty();
        Matcher copied = Pattern.compile("deploy/\\{([^}]+)\\}").matcher(file("release"));
        assertThat(copied.find()).isTrue();
        assertThat(List.of(copied.group(1).split(",", -1)))
                .allSatisfy(name -> assertThat(Files.exists(Adapted.FOLDER.resolve(name)))
                        .as(name)
                        .isTrue());
    }
}
