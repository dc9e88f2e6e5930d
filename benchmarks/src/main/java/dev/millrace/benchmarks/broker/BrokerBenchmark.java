package dev.millrace.benchmarks.broker;

import dev.millrace.benchmarks.measuring.Benchmark;
import dev.millrace.benchmarks.measuring.Finding;
import dev.millrace.benchmarks.measuring.Goal;
import dev.millrace.benchmarks.measuring.Measure;
import dev.millrace.benchmarks.measuring.Reading;
import dev.millrace.benchmarks.measuring.Workplace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** platform-broker beside {@code kafka.Kafka} of the same version, with Kafka's own performance tools. */
public final class BrokerBenchmark implements Benchmark {

    private static final int ROUNDS = 3;
    private static final double MEGABYTE = 1 << 20;

    private static final Measure START = new Measure("start, over existing data", "s", Goal.atMost(3));
    private static final Measure MEMORY = new Measure("memory after that", "MB", Goal.atMostTimesThePeer(1.1));

    @Override
    public String name() {
        return "broker";
    }

    @Override
    public String summary() {
        return "Throughput, latency, start and memory of platform-broker, beside Apache Kafka as it comes; what logins, TLS and copies cost.";
    }

    @Override
    public List<Finding> run(Workplace workplace) throws Exception {
        var sides = Sides.in(workplace);
        return Stream.of(
                        compare(workplace, sides, Load.WITH_GOALS, sides.ours(), sides.stock()),
                        compare(workplace, sides, Load.named("logins and rights"), sides.stock(), sides.openStock()),
                        compare(workplace, sides, Load.named("TLS"), sides.stockWithTls(), sides.openStock()),
                        compare(workplace, sides, Load.named("three brokers"), sides.ourCluster(), sides.ours()))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Finding> compare(
            Workplace workplace, Sides sides, Load load, RunningKafka.Start one, RunningKafka.Start other)
            throws Exception {
        return workplace
                .rounds(0, ROUNDS)
                .of(() -> round(workplace, sides, load, one), () -> round(workplace, sides, load, other));
    }

    private static List<Reading> round(Workplace workplace, Sides sides, Load load, RunningKafka.Start start)
            throws Exception {
        var kafka = workplace.use(start.start());
        try {
            var readings = new ArrayList<>(load.on(kafka.client(), sides.tools()));
            if (load.equals(Load.WITH_GOALS)) {
                readings.add(START.reads(kafka.startSeconds()));
                readings.add(MEMORY.reads(kafka.memory() / MEGABYTE));
            }
            return readings;
        } finally {
            workplace.end(kafka);
        }
    }
}
