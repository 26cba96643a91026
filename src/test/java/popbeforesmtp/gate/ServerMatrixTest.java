package popbeforesmtp.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The nineteen experiments with the eight programs, on the pure gate. */
class ServerMatrixTest {

    static List<ServerExperiments.Cell> cells() {
        return ServerExperiments.cells();
    }

    @ParameterizedTest
    @MethodSource("cells")
    void a_program_does_in_an_experiment_what_the_real_one_did(ServerExperiments.Cell cell) {
        assertThat(cell.doneAt(new PureDesks(Desks.program(cell.program())))).isEqualTo(cell.expected());
    }

    @Test
    void the_programs_are_the_eight_and_this_sites_own() {
        List<String> ids = new ArrayList<>(List.of("plain"));
        ids.addAll(ServerExperiments.IDS);
        assertThat(Desks.PROGRAMS.all()).extracting(program -> program.id()).containsExactlyElementsOf(ids);
    }

    @Test
    void this_sites_own_gate_does_as_drac_with_an_exact_end_and_a_list_in_memory() {
        Map<Integer, String> exact = Map.of(6, "no", 14, "no", 16, "no", 19, "yes");
        ServerExperiments.ALL.forEach((number, experiment) -> {
            if (number != 15) {
                String drac = ServerExperiments.CELLS
                        .getOrDefault(number, List.of(""))
                        .get(0)
                        .replaceAll("[()]", "");
                assertThat(experiment.apply(new PureDesks(Desks.program("plain"))))
                        .as("experiment %s", number)
                        .isEqualTo(exact.getOrDefault(number, drac));
            }
        });
    }
}
