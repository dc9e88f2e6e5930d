package dev.millrace.benchmarks;

import dev.millrace.benchmarks.measuring.Benchmark;
import dev.millrace.benchmarks.measuring.Finding;
import dev.millrace.benchmarks.measuring.Workplace;
import dev.millrace.benchmarks.reporting.Machine;
import dev.millrace.benchmarks.reporting.Report;
import dev.millrace.benchmarks.reporting.Table;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From a benchmark to its table and its file. */
record Run(Path home, PrintStream out) {

    private static final double BUSY = 0.75;

    void of(Benchmark benchmark, @Nullable Integer rounds) throws Exception {
        var machine = Machine.here();
        out.printf("%s: %s%n%s%n", benchmark.name(), benchmark.summary(), machine);
        warnIfBusy(machine);
        var findings = measure(benchmark, rounds);
        var file = Report.of(benchmark.name(), machine, Instant.now(), findings)
                .writeInto(home.resolve("benchmarks/target"));
        out.printf("%n%s%n%nWritten to %s%n", Table.of(findings), home.relativize(file));
    }

    private void warnIfBusy(Machine machine) {
        var load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        if (load > machine.cores() * BUSY) {
            out.printf(
                    "The machine has been busy in the last minute (load average %.1f): don't trust these figures.%n",
                    load);
        }
    }

    private List<Finding> measure(Benchmark benchmark, @Nullable Integer rounds) throws Exception {
        try (var workplace = Workplace.in(home, rounds, out::println)) {
            return benchmark.run(workplace);
        }
    }
}
