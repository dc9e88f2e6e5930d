package dev.millrace.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.benchmarks.measuring.Benchmark;
import dev.millrace.benchmarks.measuring.Contestant;
import dev.millrace.benchmarks.measuring.Finding;
import dev.millrace.benchmarks.measuring.Goal;
import dev.millrace.benchmarks.measuring.Measure;
import dev.millrace.benchmarks.measuring.Workplace;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MainTest {

    private static final Measure WAY = new Measure("way", "m", Goal.atMost(1));

    @TempDir
    private Path home;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    @Test
    void printsATableAndWritesAFile() {
        assertThat(bench("walk")).isZero();
        assertThat(output.toString(UTF_8)).contains("Round 5 of 5", "measure", "walk.json");
        assertThat(home.resolve("benchmarks/target/walk.json")).exists();
    }

    @Test
    void succeedsWhenAGoalIsMissed() {
        assertThat(bench("walk")).isZero();
        assertThat(output.toString(UTF_8)).contains("<= 1     NO");
    }

    @Test
    void failsWhenTheRunFails() {
        assertThat(bench("stumble")).isEqualTo(1);
        assertThat(output.toString(UTF_8)).contains("fell");
        assertThat(home.resolve("benchmarks/target/stumble.json")).doesNotExist();
        assertThat(home.resolve("benchmarks/target/scratch")).isEmptyDirectory();
    }

    @Test
    void takesTheNumberOfRounds() {
        bench("walk", "--rounds", "2");
        assertThat(output.toString(UTF_8)).contains("Round 2 of 2");
    }

    @Test
    void listsWhatThereIsWhenItDoesNotKnowTheName() {
        assertThat(bench("fly")).isEqualTo(2);
        assertThat(output.toString(UTF_8)).contains("fly", "walk", "Walks.", "stumble", "Falls.");
    }

    @Test
    void listsWhatThereIsWhenNoNameIsGiven() {
        assertThat(bench()).isEqualTo(2);
        assertThat(output.toString(UTF_8)).contains("Walks.", "Falls.");
    }

    @Test
    void refusesARunOfNoRounds() {
        assertThat(bench("walk", "--rounds", "0")).isEqualTo(2);
    }

    private int bench(String... arguments) {
        var out = new PrintStream(output, true, UTF_8);
        var benchmarks = List.<Benchmark>of(
                new Trial("walk", "Walks.", () -> List.of(WAY.reads(2))), new Trial("stumble", "Falls.", () -> {
                    throw new IllegalStateException("fell");
                }));
        return new CommandLine(new Main(benchmarks, new Run(home, out)))
                .setErr(new PrintWriter(out, true, UTF_8))
                .execute(arguments);
    }

    private record Trial(String name, String summary, Contestant contestant) implements Benchmark {

        @Override
        public List<Finding> run(Workplace workplace) throws Exception {
            return workplace.rounds(1, 5).of(contestant);
        }
    }
}
