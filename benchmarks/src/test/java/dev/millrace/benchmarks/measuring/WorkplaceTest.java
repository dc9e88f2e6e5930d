package dev.millrace.benchmarks.measuring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkplaceTest {

    @TempDir
    private Path home;

    @Test
    void leavesNoFileBehind() throws Exception {
        try (var workplace = Workplace.in(home, null, _ -> {})) {
            Files.writeString(workplace.scratch().resolve("data"), "of a run");
        }
        assertThat(home.resolve("benchmarks/target/scratch")).isEmptyDirectory();
    }

    @Test
    void closesWhatARunUsesFromTheLastToTheFirst() throws Exception {
        var closed = new ArrayList<String>();
        try (var workplace = Workplace.in(home, null, _ -> {})) {
            workplace.use(() -> closed.add("database"));
            workplace.use(() -> closed.add("service"));
        }
        assertThat(closed).isEqualTo(List.of("service", "database"));
    }

    @Test
    void closesNothingTwice() throws Exception {
        var closed = new ArrayList<String>();
        var workplace = Workplace.in(home, null, _ -> {});
        workplace.use(() -> closed.add("database"));
        workplace.close();
        workplace.close();
        assertThat(closed).hasSize(1);
    }

    @Test
    void countsAsManyRoundsAsItWasToldTo() throws Exception {
        try (var chosen = Workplace.in(home, 2, _ -> {});
                var standard = Workplace.in(home, null, _ -> {})) {
            assertThat(chosen.rounds(1, 5).counted()).isEqualTo(2);
            assertThat(standard.rounds(1, 5).counted()).isEqualTo(5);
        }
    }
}
