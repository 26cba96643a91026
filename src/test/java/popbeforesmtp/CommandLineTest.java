package popbeforesmtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    private static CommandLine parse(String... arguments) throws CommandLine.Unusable {
        return CommandLine.parse(List.of(arguments), Map.of());
    }

    @Test
    void nothing_said_means_this_machine_and_port_7070() throws Exception {
        assertThat(parse())
                .isEqualTo(new CommandLine(7070, "127.0.0.1", "", Optional.empty(), Set.of(), Optional.empty()));
    }

    @Test
    void the_environment_names_the_port_and_an_option_counts_more() throws Exception {
        assertThat(CommandLine.parse(List.of(), Map.of("PORT", "8080")).port()).isEqualTo(8080);
        assertThat(CommandLine.parse(List.of("--port", "0"), Map.of("PORT", "8080"))
                        .port())
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
                "--trusted-proxy=10.0.0.2");
        assertThat(line.bind()).isEqualTo("0.0.0.0");
        assertThat(line.basePath()).isEqualTo("/mail");
        assertThat(line.publicUrl()).contains("https://mail.example.jp");
        assertThat(line.trustedProxies()).containsExactlyInAnyOrder("10.0.0.1", "10.0.0.2");
    }

    @Test
    void the_door_has_its_usual_ports_unless_others_are_named() throws Exception {
        assertThat(parse("--door").door()).contains(new CommandLine.DoorPorts("127.0.0.1", 2110, 2525));
        assertThat(parse("--door-smtp", "0", "--door", "--door-bind", "0.0.0.0").door())
                .contains(new CommandLine.DoorPorts("0.0.0.0", 2110, 0));
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
                "--base-path=mail",
                "--public-url=ftp://x",
                "--public-url=https://",
                "--door=yes",
                "--door-pop3=-1"
            })
    void what_makes_no_sense_is_one_line(String argument) {
        assertThatThrownBy(() -> parse(argument))
                .isInstanceOf(CommandLine.Unusable.class)
                .hasMessageNotContaining("\n")
                .hasMessageContaining(argument.split("=", 2)[0]);
    }
}
