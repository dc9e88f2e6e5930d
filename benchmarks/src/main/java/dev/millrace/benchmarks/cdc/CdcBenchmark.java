package dev.millrace.benchmarks.cdc;

import dev.millrace.benchmarks.measuring.Benchmark;
import dev.millrace.benchmarks.measuring.Finding;
import dev.millrace.benchmarks.measuring.Goal;
import dev.millrace.benchmarks.measuring.Measure;
import dev.millrace.benchmarks.measuring.Reading;
import dev.millrace.benchmarks.measuring.Workplace;
import dev.millrace.local.LocalPlatform;
import dev.millrace.local.files.Trees;
import dev.millrace.local.platform.Observer;
import dev.millrace.local.settings.Ports;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** cdc-connector beside the same Debezium in Kafka Connect, with exactly-once on and as it comes. */
public final class CdcBenchmark implements Benchmark {

    private static final int ROUNDS = 3;

    private static final Measures EXACTLY_ONCE = Measures.withGoals("Connect exactly once");
    private static final Measures DEFAULTS = Measures.named("Connect as it comes");
    private static final Measure LIMIT =
            new Measure("%,d rows, beside PostgreSQL's own decoding".formatted(Course.ROWS), "rows/s");
    private static final Measure GROWTH =
            new Measure("memory in that, by that in one of a tenth", "times", Goal.atMost(1.2));

    @Override
    public String name() {
        return "cdc";
    }

    @Override
    public String summary() {
        return "Rows from PostgreSQL to Kafka, many and at once and 100 a second, beside Debezium in Kafka Connect.";
    }

    @Override
    public List<Finding> run(Workplace workplace) throws Exception {
        return workplace.rounds(0, ROUNDS).of(() -> ours(workplace), () -> peers(workplace));
    }

    /** The same figures stand beside each of the peers'. */
    private static List<Reading> ours(Workplace workplace) throws Exception {
        workplace.say("cdc-connector");
        var ours = on(workplace, OurConnector.SERVICE, platform -> Course.run(platform, OurConnector.on(platform)));
        return Stream.of(
                        EXACTLY_ONCE.of(ours),
                        List.of(
                                GROWTH.reads((double) ours.memory() / ours.memoryOfTenth()),
                                LIMIT.reads(ours.throughput().carried())),
                        DEFAULTS.of(ours))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Reading> peers(Workplace workplace) throws Exception {
        workplace.say("Kafka Connect, exactly once");
        var exactlyOnce = connect(workplace, new ConnectSettings(true));
        workplace.say("Kafka Connect, as it comes");
        var defaults = connect(workplace, new ConnectSettings(false));
        return Stream.of(
                        EXACTLY_ONCE.of(exactlyOnce),
                        List.of(LIMIT.reads(exactlyOnce.throughput().decoded())),
                        DEFAULTS.of(defaults))
                .flatMap(List::stream)
                .toList();
    }

    private static Result connect(Workplace workplace, ConnectSettings settings) throws Exception {
        return on(workplace, "user-service", platform -> {
            var connector = ConnectConnector.start(workplace, platform, settings);
            try {
                return Course.run(platform, connector);
            } finally {
                workplace.end(connector);
            }
        });
    }

    /** A new platform for each, so that nobody has to decode or to store what the others have. */
    private static Result on(Workplace workplace, String component, Run run) throws Exception {
        var platform = workplace.use(LocalPlatform.open(
                workplace.platform(), Ports.free(), OptionalInt.empty(), List.of(component), Observer.NOBODY));
        try {
            platform.start();
            return run.on(platform);
        } finally {
            workplace.end(platform);
            Trees.delete(workplace.platform().data());
        }
    }

    private interface Run {
        Result on(LocalPlatform platform) throws Exception;
    }
}
