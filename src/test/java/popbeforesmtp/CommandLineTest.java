package popbeforesmtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Option;
import popbeforesmtp.store.StoreOptions;

class CommandLineTest {

    private static CommandLine parse(String... arguments) throws CommandLine.Unusable {
        return CommandLine.parse(List.of(arguments), Map.of());
    }

    private static CommandLine from(Map<String, String> environment, String... arguments) throws CommandLine.Unusable {
        return CommandLine.parse(List.of(arguments), environment);
    }

    @Test
    void nothing_said_means_this_machine_and_port_7070() throws Exception {
        CommandLine line = parse();
        assertThat(line.port()).isEqualTo(7070);
        assertThat(line.bind()).isEqualTo("127.0.0.1");
        assertThat(line.site().basePath()).isEmpty();
        assertThat(line.site().publicUrl()).isEmpty();
        assertThat(line.site().trustedProxies()).isEmpty();
        assertThat(line.door()).isEmpty();
        assertThat(line.adminPort()).isEmpty();
        assertThat(line.store()).isEqualTo(StoreOptions.inMemory());
        assertThat(line.answer()).isEmpty();
    }

    @Test
    void the_environment_names_the_port_in_two_ways_and_an_option_counts_more() throws Exception {
        assertThat(from(Map.of("PORT", "8080")).port()).isEqualTo(8080);
        assertThat(from(Map.of("PORT", "8080", "POPBEFORESMTP_PORT", "9090")).port())
                .isEqualTo(9090);
        assertThat(from(Map.of("POPBEFORESMTP_PORT", "9090"), "--port", "0").port())
                .isZero();
    }

    @Test
    void every_option_is_understood_with_a_space_or_an_equals_sign() throws Exception {
        CommandLine line = parse(
                "--bind=0.0.0.0",
                "--base-path",
                "/mail/",
                "--public-url=https://mail.example.jp/",
                "--trusted-proxy",
                "10.0.0.1",
                "--trusted-proxy=10.0.0.2,::1",
                "--data=worlds",
                "--keep",
                "7",
                "--admin-port=7071");
        assertThat(line.bind()).isEqualTo("0.0.0.0");
        assertThat(line.site().basePath()).isEqualTo("/mail");
        assertThat(line.site().publicUrl()).contains("https://mail.example.jp");
        assertThat(line.site().trustedProxies()).containsExactlyInAnyOrder("10.0.0.1", "10.0.0.2", "::1");
        assertThat(line.store().folder()).contains(Path.of("worlds"));
        assertThat(line.store().keep()).isEqualTo(Duration.ofDays(7));
        assertThat(line.adminPort()).hasValue(7071);
        assertThat(parse("--database", "jdbc:postgresql://localhost/worlds")
                        .store()
                        .database())
                .contains("jdbc:postgresql://localhost/worlds");
    }

    @Test
    void the_door_has_its_usual_ports_unless_others_are_named() throws Exception {
        assertThat(parse("--door").door()).contains(new CommandLine.DoorPorts("127.0.0.1", 2110, 2525));
        assertThat(parse("--door-smtp", "0", "--door", "--door-bind", "0.0.0.0").door())
                .contains(new CommandLine.DoorPorts("0.0.0.0", 2110, 0));
        assertThat(from(Map.of("POPBEFORESMTP_DOOR", "true"), "--door").door()).isPresent();
        assertThat(from(Map.of("POPBEFORESMTP_DOOR", "false")).door()).isEmpty();
        assertThat(from(Map.of("POPBEFORESMTP_DOOR_POP3", "0")).door())
                .contains(new CommandLine.DoorPorts("127.0.0.1", 0, 2525));
    }

    /** Each with a value that only it would take, so that no two can be mixed up. */
    @Test
    void every_option_can_be_said_in_the_environment() throws Exception {
        CommandLine line = from(Map.ofEntries(
                Map.entry("POPBEFORESMTP_PORT", "1"),
                Map.entry("POPBEFORESMTP_BIND", "127.0.0.2"),
                Map.entry("POPBEFORESMTP_BASE_PATH", "/mail"),
                Map.entry("POPBEFORESMTP_PUBLIC_URL", "https://example.org"),
                Map.entry("POPBEFORESMTP_TRUSTED_PROXY", "10.0.0.1, 10.0.0.2"),
                Map.entry("POPBEFORESMTP_DATABASE", "jdbc:postgresql://localhost/worlds"),
                Map.entry("POPBEFORESMTP_KEEP", "2"),
                Map.entry("POPBEFORESMTP_ADMIN_PORT", "3"),
                Map.entry("POPBEFORESMTP_DOOR", "true"),
                Map.entry("POPBEFORESMTP_DOOR_POP3", "4"),
                Map.entry("POPBEFORESMTP_DOOR_SMTP", "5"),
                Map.entry("POPBEFORESMTP_DOOR_BIND", "127.0.0.3")));
        assertThat(line.port()).isEqualTo(1);
        assertThat(line.bind()).isEqualTo("127.0.0.2");
        assertThat(line.site().basePath()).isEqualTo("/mail");
        assertThat(line.site().publicUrl()).contains("https://example.org");
        assertThat(line.site().trustedProxies()).containsExactlyInAnyOrder("10.0.0.1", "10.0.0.2");
        assertThat(line.store().database()).contains("jdbc:postgresql://localhost/worlds");
        assertThat(line.store().keep()).isEqualTo(Duration.ofDays(2));
        assertThat(line.adminPort()).hasValue(3);
        assertThat(line.door()).contains(new CommandLine.DoorPorts("127.0.0.3", 4, 5));
        assertThat(from(Map.of("POPBEFORESMTP_DATA", "worlds")).store().folder())
                .contains(Path.of("worlds"));
    }

    /** A container image may well have a variable of this name. */
    @Test
    void the_environment_cannot_ask_for_help_or_the_version() throws Exception {
        assertThat(from(Map.of("POPBEFORESMTP_VERSION", "1.0", "POPBEFORESMTP_HELP", "me"))
                        .answer())
                .isEmpty();
    }

    @Test
    void the_help_names_every_option_on_one_screen() throws Exception {
        String help = parse("--help").answer().orElseThrow();
        assertThat(help.lines().count()).isLessThanOrEqualTo(24);
        assertThat(help.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(options()).allSatisfy(option -> assertThat(help).containsPattern("(?m)^ +" + option + "(\\[?=| )"));
    }

    @Test
    void the_readme_names_every_option() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String table = readme.substring(readme.indexOf("\n## Options"), readme.indexOf("\n## Teach"));
        assertThat(options()).allSatisfy(option -> assertThat(table).contains("`" + option));
    }

    @Test
    void the_version_is_the_one_that_maven_knows() throws Exception {
        assertThat(parse("--version").answer().orElseThrow()).matches("popbeforesmtp [0-9]+\\.[0-9]+\\S*");
    }

    private static List<String> options() {
        return Arrays.stream(CommandLine.class.getDeclaredFields())
                .map(field -> field.getAnnotation(Option.class))
                .filter(option -> option != null)
                .map(option -> option.names()[0])
                .collect(Collectors.toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--no-such-option",
                "--po",
                "port",
                "--port",
                "--port=seven",
                "--port=70000",
                "--admin-port=x",
                "--base-path=mail",
                "--base-path=/../x",
                "--base-path=/a/./b",
                "--base-path=/a/..",
                "--public-url=ftp://x",
                "--public-url=https://",
                "--database=mysql://x",
                "--keep=0",
                "--keep=4000",
                "--door=yes",
                "--door-pop3=-1",
                "--port=1\n2"
            })
    void what_makes_no_sense_is_one_line(String argument) {
        assertThatThrownBy(() -> parse(argument))
                .isInstanceOf(CommandLine.Unusable.class)
                .hasMessageNotContaining("\n")
                .hasMessageContaining(argument.split("=", 2)[0]);
    }

    @ParameterizedTest
    @CsvSource({"PORT, seven", "POPBEFORESMTP_PORT, 70000", "POPBEFORESMTP_DOOR, perhaps", "POPBEFORESMTP_KEEP, x"})
    void what_makes_no_sense_in_the_environment_is_one_line_that_says_where(String name, String value) {
        assertThatThrownBy(() -> from(Map.of(name, value)))
                .isInstanceOf(CommandLine.Unusable.class)
                .hasMessageNotContaining("\n")
                .hasMessageContaining(name);
    }

    @Test
    void a_proxy_that_is_no_address_and_two_stores_are_one_line() throws Exception {
        CommandLine proxy = parse("--trusted-proxy", "proxy");
        assertThatThrownBy(proxy::site).isInstanceOf(CommandLine.Unusable.class).hasMessageContaining("proxy");
        CommandLine stores = parse("--data", "worlds", "--database", "jdbc:postgresql://localhost/worlds");
        assertThatThrownBy(stores::store).isInstanceOf(CommandLine.Unusable.class);
    }

    /** It may be read in a log. */
    @Test
    void the_password_of_a_database_is_never_repeated() throws Exception {
        assertThatThrownBy(() -> parse("--database=postgresql://me:secret@localhost/worlds"))
                .hasMessageNotContaining("secret");
        assertThat(parse("--database", "jdbc:postgresql://localhost/worlds?password=secret")
                        .store())
                .asString()
                .doesNotContain("secret");
    }
}
