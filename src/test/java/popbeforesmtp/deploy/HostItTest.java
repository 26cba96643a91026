package popbeforesmtp.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import popbeforesmtp.App;
import popbeforesmtp.Setup;
import popbeforesmtp.Started;
import popbeforesmtp.operation.PrometheusMeter;
import popbeforesmtp.store.Postgres;
import popbeforesmtp.store.StoreOptions;
import popbeforesmtp.web.Reader;
import popbeforesmtp.web.http.SiteOptions;

/** The commands that README gives to whoever hosts the site, run to the letter below a folder in the place of {@code /}. */
class HostItTest {

    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\n(.*?)^```$");
    private static final Pattern NAMED = Pattern.compile("What no test runs is\\s([^.]*)\\.");
    private static final Pattern FOLDERS = Pattern.compile("(?<![\\w.])/(?=(opt|usr/share|etc|var/lib|root)/)");

    /** What the tests below run. */
    private static final Set<String> RUN = Set.of(
            "cd",
            "sha256sum",
            "install",
            "echo",
            "sed",
            "curl",
            "sqlite3",
            "rm",
            "cp",
            "chown",
            "pg_dump",
            "pg_restore");

    @TempDir
    Path root;

    private static String hosting() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        int from = readme.indexOf("\n## Host it\n");
        return readme.substring(from, readme.indexOf("\n### What is stored", from));
    }

    private static List<String> blocks() throws IOException {
        return BLOCK.matcher(hosting()).results().map(block -> block.group(1)).toList();
    }

    /** The only block in which a word stands. */
    private static String block(String word) throws IOException {
        List<String> found =
                blocks().stream().filter(block -> block.contains(word)).toList();
        assertThat(found).as(word).hasSize(1);
        return found.get(0);
    }

    private static Set<String> notRun() throws IOException {
        Matcher named = NAMED.matcher(hosting());
        assertThat(named.find()).isTrue();
        return Pattern.compile("`([^`]+)`")
                .matcher(named.group(1))
                .results()
                .map(word -> word.group(1))
                .collect(Collectors.toSet());
    }

    /** Runs a block; what no test runs does nothing. */
    private void run(String block) throws Exception {
        Installed.program("bash");
        StringBuilder script = new StringBuilder("set -eu; set -o pipefail; cd " + root + "\n");
        for (String word : notRun()) {
            script.append("function ").append(word).append(" { :; }\n");
        }
        script.append(FOLDERS.matcher(block).replaceAll(root + "/"));
        try (Started bash = Started.program(Map.of(), List.of("bash", "-c", script.toString()))) {
            int code = bash.exitCode();
            assertThat(bash.written()).isEmpty();
            assertThat(code).isZero();
        }
    }

    private static App site(StoreOptions keeping) throws IOException {
        App app = new App(Setup.usual()
                .withSite(SiteOptions.usual().withPublicUrl("http://pop.example"))
                .withKeeping(keeping));
        app.start("127.0.0.1", 0);
        return app;
    }

    private StoreOptions folder() throws IOException {
        return StoreOptions.in(Files.createDirectories(root.resolve("var/lib/popbeforesmtp")));
    }

    @Test
    void every_command_is_run_here_or_named_as_one_that_is_not() throws Exception {
        List<String> words = blocks().stream()
                .flatMap(String::lines)
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" ", 2)[0])
                .toList();
        assertThat(words).hasSizeGreaterThan(20);
        assertThat(words.stream().filter(word -> !RUN.contains(word)).collect(Collectors.toSet()))
                .isSubsetOf(notRun());
    }

    @Test
    void a_release_is_set_up_where_the_unit_and_the_proxy_look_for_it() throws Exception {
        Path release = Files.createDirectories(root.resolve("popbeforesmtp"));
        for (String file : List.of("popbeforesmtp.service", "away.html", "Caddyfile")) {
            Files.copy(Adapted.FOLDER.resolve(file), release.resolve(file));
        }
        Files.writeString(release.resolve("popbeforesmtp-1.0.jar"), "a jar");
        Files.createDirectories(root.resolve("etc/caddy"));
        try (Started sums =
                Started.program(Map.of(), List.of("bash", "-c", "cd " + release + " && sha256sum -- * >SHA256SUMS"))) {
            assertThat(sums.exitCode()).isZero();
        }

        run(block("sha256sum"));

        String unit = Files.readString(root.resolve("etc/systemd/system/popbeforesmtp.service"));
        assertThat(unit).contains(" -jar /opt/popbeforesmtp/popbeforesmtp.jar ", "=-/etc/popbeforesmtp.env");
        assertThat(root.resolve("opt/popbeforesmtp/popbeforesmtp.jar")).hasContent("a jar");
        assertThat(root.resolve("etc/popbeforesmtp.env"))
                .hasContent("POPBEFORESMTP_PUBLIC_URL=https://mail.example.org");
        assertThat(Files.readString(root.resolve("etc/caddy/Caddyfile")))
                .contains("{$AWAY:/usr/share/popbeforesmtp}", "{$TLS:you@mail.example.org}");
        assertThat(root.resolve("usr/share/popbeforesmtp/away.html")).isNotEmptyFile();

        Files.delete(release.resolve("popbeforesmtp-1.0.jar"));
        Files.writeString(release.resolve("popbeforesmtp-1.1.jar"), "a newer jar");
        String upgrade = blocks().get(blocks().indexOf(block("journalctl")) + 1);
        run("cd popbeforesmtp\n" + upgrade);
        assertThat(root.resolve("opt/popbeforesmtp/popbeforesmtp.jar")).hasContent("a newer jar");
    }

    @Test
    void it_is_asked_how_it_is() throws Exception {
        Installed.program("curl");
        PrometheusMeter meter = new PrometheusMeter();
        try (App app = new App(Setup.usual().withSite(SiteOptions.usual().withMeter(meter)))) {
            app.start("127.0.0.1", 0);
            app.openAdmin(meter, 0);
            String asked = block("journalctl")
                    .replace(":7070/", ":" + app.port() + "/")
                    .replace(":7071/", ":" + app.adminPort().orElseThrow() + "/");
            List<String> answers = new ArrayList<>();
            for (String line :
                    asked.lines().filter(each -> each.startsWith("curl")).toList()) {
                try (Started curl = Started.program(Map.of(), List.of("bash", "-c", line))) {
                    assertThat(curl.exitCode()).isZero();
                    answers.addAll(curl.written());
                }
            }
            assertThat(answers).contains("popbeforesmtp_worlds 0.0").first().isEqualTo("ready");
        }
    }

    @Test
    void a_backup_is_made_while_it_runs_and_leads_back_to_that_moment() throws Exception {
        Installed.program("sqlite3");
        Files.createDirectories(root.resolve("root"));
        Reader learner;
        String then;
        try (App app = site(folder())) {
            learner = new Reader(app.port());
            learner.get("/try");
            then = learner.pressAndSee("receive");
            run(block(".backup"));
            learner.pressAndSee("send");
            learner.pressAndSee("advance:after-end");
        }
        run(block("systemctl stop"));
        try (App app = site(folder())) {
            assertThat(learner.at(app.port()).get("/try").body()).isEqualTo(then);
        }
    }

    @Test
    void worlds_move_from_the_folder_to_a_database_whose_backup_leads_back_too() throws Exception {
        Installed.program("sqlite3");
        Installed.program("psql");
        Reader learner;
        String then;
        try (App app = site(folder())) {
            learner = new Reader(app.port());
            learner.get("/try");
            learner.post("/learn", List.of("from", "/learn/1?trial=a", "note", "guess", "guess", "refused"));
            learner.pressAndSee("receive");
            learner.post(
                    "/try",
                    List.of("step", learner.step(), "press", "open", "host", "plala.example", "dialled", "110"));
            learner.get("/try");
            learner.post("/try", List.of("step", learner.step(), "press", "type", "line", "花 \"🌸\", \\N\tx"));
            learner.get("/try");
            learner.pressAndSee("reset");
            then = learner.pressAndSee("send");
        }
        String url = POSTGRES.database();
        String database = url.replaceFirst("jdbc:(.*)\\?user=(.*)", "'$1?user=$2'");
        StoreOptions there = StoreOptions.in(url);
        site(there).close();

        run(block("FROM seat").replace("psql worlds ", "psql -q " + database + " "));

        try (App app = site(there)) {
            Reader moved = learner.at(app.port());
            for (String page : List.of("/compare-runs", "/learn/1", "/try")) {
                try (App before = site(folder())) {
                    assertThat(moved.get(page).body())
                            .isEqualTo(learner.at(before.port()).get(page).body());
                }
            }
            assertThat(moved.get("/try").body()).isEqualTo(then);
            Installed.program("pg_dump");
            String kept = block("pg_dump")
                    .replaceFirst(" worlds\n", " " + Matcher.quoteReplacement(database) + "\n")
                    .replace("-d worlds ", "-d " + database + " ");
            run(kept.lines().findFirst().orElseThrow());
            moved.pressAndSee("receive");
            run(kept.lines().skip(1).findFirst().orElseThrow());
        }
        try (App app = site(there)) {
            assertThat(learner.at(app.port()).get("/try").body()).isEqualTo(then);
        }
    }
}
