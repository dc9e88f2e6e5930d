package dev.millrace.benchmarks;

import static java.util.stream.Collectors.joining;

import dev.millrace.benchmarks.broker.BrokerBenchmark;
import dev.millrace.benchmarks.cdc.CdcBenchmark;
import dev.millrace.benchmarks.measuring.Benchmark;
import dev.millrace.benchmarks.orders.OrdersBenchmark;
import dev.millrace.benchmarks.replay.ReplayBenchmark;
import dev.millrace.benchmarks.start.StartBenchmark;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bench NAME}: runs one benchmark; fails only when nothing could be measured. */
@Command(name = "bench", mixinStandardHelpOptions = true, description = "Runs a benchmark.")
public final class Main implements Callable<Integer> {

    private static final List<Benchmark> BENCHMARKS = List.of(
            new StartBenchmark(),
            new OrdersBenchmark(),
            new CdcBenchmark(),
            new ReplayBenchmark(),
            new BrokerBenchmark());

    private final List<Benchmark> benchmarks;
    private final Run run;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Which one; without a name, all are listed.")
    private @Nullable String name;

    @Option(names = "--rounds", paramLabel = "N", description = "How many rounds count.")
    private @Nullable Integer rounds;

    Main(List<Benchmark> benchmarks, Run run) {
        this.benchmarks = benchmarks;
        this.run = run;
    }

    public static void main(String[] arguments) {
        var home = Path.of(System.getProperty("millrace.home", "")).toAbsolutePath();
        System.exit(new CommandLine(new Main(BENCHMARKS, new Run(home, System.out))).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        var found = benchmarks.stream()
                .filter(benchmark -> benchmark.name().equals(name))
                .findFirst();
        if (found.isEmpty()) {
            run.out().println(list());
            return CommandLine.ExitCode.USAGE;
        }
        if (rounds != null && rounds < 1) {
            run.out().println("At least one round has to count.");
            return CommandLine.ExitCode.USAGE;
        }
        run.of(found.get(), rounds);
        return CommandLine.ExitCode.OK;
    }

    private String list() {
        var title =
                name == null ? "There are these benchmarks:" : "No benchmark is called %s; there are:".formatted(name);
        return benchmarks.stream()
                .map(benchmark -> "  %-10s %s".formatted(benchmark.name(), benchmark.summary()))
                .collect(joining("\n", title + "\n", ""));
    }
}
