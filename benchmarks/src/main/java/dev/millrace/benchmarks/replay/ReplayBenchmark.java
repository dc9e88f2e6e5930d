package dev.millrace.benchmarks.replay;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import dev.millrace.benchmarks.load.ClosedLoop;
import dev.millrace.benchmarks.measuring.Benchmark;
import dev.millrace.benchmarks.measuring.Finding;
import dev.millrace.benchmarks.measuring.Goal;
import dev.millrace.benchmarks.measuring.Measure;
import dev.millrace.benchmarks.measuring.Reading;
import dev.millrace.benchmarks.measuring.Samples;
import dev.millrace.benchmarks.measuring.Workplace;
import dev.millrace.benchmarks.tools.PerformanceTools;
import dev.millrace.benchmarks.tools.QuietLogging;
import dev.millrace.contracts.Topics;
import dev.millrace.local.LocalPlatform;
import dev.millrace.local.jvm.BootJar;
import dev.millrace.local.platform.Observer;
import dev.millrace.local.settings.Ports;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Replays what has ever happened to all orders: for a verification, for a new read model, and for one order. */
public final class ReplayBenchmark implements Benchmark {

    private static final String SERVICE = "order-service";
    private static final int ALL = Integer.getInteger("millrace.events", 1_000_000) / SampleOrder.EVENTS;
    private static final int FEW = 1_000;
    private static final int EVENTS = ALL * SampleOrder.EVENTS;
    private static final Duration TURN = Duration.ofSeconds(10);
    private static final int ROUNDS = 3;
    private static final double MEGABYTE = 1e6;

    private static final Measure FOLD = new Measure("fold all events", "events/s", Goal.atLeastTimesThePeer(0.4));
    private static final Measure REBUILD = new Measure("rebuild the list of orders", "events/s", Goal.atLeast(20_000));

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public String summary() {
        return "All events replayed, to verify and to rebuild, beside Kafka's consumer tool; one order's history among many.";
    }

    @Override
    public List<Finding> run(Workplace workplace) throws Exception {
        var platform = workplace.use(LocalPlatform.open(
                workplace.platform(), Ports.free(), OptionalInt.empty(), List.of(SERVICE), Observer.NOBODY));
        workplace.say("Starting order-service and what it needs");
        platform.start();
        var address = requireNonNull(platform.services().get(SERVICE));
        var service = new OrderService(address);
        var findings = new ArrayList<Finding>();
        try (var commands = new Commands(platform)) {
            awaitShipped(service, commands.send(0, FEW));
            findings.addAll(history(address, FEW));
            workplace.say("Making %,d events".formatted(EVENTS));
            findings.add(decisions(service, commands));
        }
        findings.addAll(history(address, ALL));
        findings.add(once(
                new Measure("memory of order-service with %,d orders".formatted(ALL), "MB"),
                requireNonNull(platform.memory().get(SERVICE)) / MEGABYTE));
        var offsets = offsets(platform);
        findings.addAll(
                workplace.rounds(1, ROUNDS).of(() -> replay(service, offsets), () -> read(platform, tools(workplace))));
        return findings;
    }

    private static Finding decisions(OrderService service, Commands commands) throws IOException, InterruptedException {
        var began = System.nanoTime();
        awaitShipped(service, commands.send(FEW, ALL - FEW));
        var decided = (ALL - FEW) * SampleOrder.EVENTS / ((System.nanoTime() - began) / 1e9);
        return once(new Measure("commands decided, without HTTP", "commands/s"), decided);
    }

    private static void awaitShipped(OrderService service, Collection<UUID> orders)
            throws IOException, InterruptedException {
        for (var order : orders) {
            service.awaitShipped(order);
        }
    }

    private static List<Finding> history(URI service, int orders) throws Exception {
        var load = ClosedLoop.run(() -> new HistoryClient(service, orders), 1, TURN, HistoryClient.OK);
        if (load.isEmpty() || !load.errors().isEmpty()) {
            throw new IllegalStateException("Histories could not be read: " + load.errors());
        }
        var name = "history of one order among %,d, ".formatted(orders);
        return List.of(
                once(new Measure(name + "p50", "ms"), load.millisAt(50)),
                once(new Measure(name + "p99", "ms"), load.millisAt(99)));
    }

    /** A verification in several passes reads all events as often; what it counts are offsets, of which some hold none. */
    private static List<Reading> replay(OrderService service, long offsets) throws IOException, InterruptedException {
        var verified = service.verify();
        var passes = verified.path("total").asDouble() / offsets;
        var rebuilt = service.rebuild();
        return List.of(
                FOLD.reads(EVENTS * passes / OrderService.seconds(verified)),
                REBUILD.reads(EVENTS / OrderService.seconds(rebuilt)));
    }

    private static long offsets(LocalPlatform platform) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(platform.kafkaAs("operator"))) {
            var partitions = requireNonNull(admin.describeTopics(List.of(Topics.ORDER_EVENTS))
                            .allTopicNames()
                            .get()
                            .get(Topics.ORDER_EVENTS))
                    .partitions();
            var ends = admin.listOffsets(partitions.stream()
                            .collect(toMap(
                                    partition -> new TopicPartition(Topics.ORDER_EVENTS, partition.partition()),
                                    _ -> OffsetSpec.latest())))
                    .all()
                    .get();
            return ends.values().stream()
                    .mapToLong(ListOffsetsResultInfo::offset)
                    .sum();
        }
    }

    private static List<Reading> read(LocalPlatform platform, PerformanceTools tools)
            throws IOException, InterruptedException {
        return List.of(FOLD.reads(tools.consume(platform.kafkaAs("operator"), Topics.ORDER_EVENTS, EVENTS)));
    }

    private static PerformanceTools tools(Workplace workplace) throws IOException {
        var folders = workplace.platform();
        var jars = new BootJar(folders.jar("platform-broker"), folders.applications()).application();
        return new PerformanceTools(jars, QuietLogging.in(workplace.scratch()), workplace.scratch());
    }

    private static Finding once(Measure measure, double value) {
        return new Finding(measure, new Samples(List.of(value)), null);
    }
}
