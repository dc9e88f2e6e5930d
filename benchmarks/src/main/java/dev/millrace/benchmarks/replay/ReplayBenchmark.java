package dev.millrace.benchmarks.replay;

import static java.util.Objects.requireNonNull;

import dev.millrace.benchmarks.load.ClosedLoop;
import dev.millrace.benchmarks.load.Load;
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

/** Replays what has ever happened to all orders: for a verification, for a new read model, and for one order. */
public final class ReplayBenchmark implements Benchmark {

    private static final String SERVICE = "order-service";
    private static final int ALL = Integer.getInteger("millrace.events", 1_000_000) / SampleOrder.EVENTS;
    private static final int FEW = 1_000;
    private static final int EVENTS = ALL * SampleOrder.EVENTS;
    private static final Duration TURN = Duration.ofSeconds(10);
    private static final int ROUNDS = 3;
    private static final double MEGABYTE = 1e6;

    private static final String AMONG = "history of one order among %,d, beside %,d, ".formatted(ALL, FEW);
    private static final Measure HISTORY = new Measure(AMONG + "p50", "ms", Goal.atMostTimesThePeer(1.5));
    private static final Measure HISTORY_P99 = new Measure(AMONG + "p99", "ms");

    private static final Measure FOLD = new Measure("fold all events", "events/s", Goal.atLeastTimesThePeer(0.4));
    private static final Measure VERIFY = new Measure("fold, and compare with store and list", "events/s");
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
        var findings = new ArrayList<>(filling(platform, workplace));
        var service = new OrderService(address(platform));
        var tools = tools(workplace);
        findings.addAll(workplace.rounds(1, ROUNDS).of(() -> replay(service), () -> read(platform, tools)));
        findings.add(memory(platform, workplace, "after that"));
        return findings;
    }

    private static List<Finding> filling(LocalPlatform platform, Workplace workplace) throws Exception {
        var service = new OrderService(address(platform));
        var findings = new ArrayList<Finding>();
        Load amongFew;
        try (var commands = new Commands(platform)) {
            awaitDecided(service, commands.send(0, FEW));
            amongFew = histories(address(platform), FEW);
            findings.add(memory(platform, workplace, "with %,d orders".formatted(FEW)));
            workplace.say("Making %,d events".formatted(EVENTS));
            findings.add(decisions(service, commands));
        }
        var amongAll = histories(address(platform), ALL);
        findings.add(once(HISTORY, amongAll.millisAt(50), amongFew.millisAt(50)));
        findings.add(once(HISTORY_P99, amongAll.millisAt(99), amongFew.millisAt(99)));
        findings.add(memory(platform, workplace, "with %,d orders".formatted(ALL)));
        return findings;
    }

    private static Finding memory(LocalPlatform platform, Workplace workplace, String when) {
        var megabytes = requireNonNull(platform.memory().get(SERVICE)) / MEGABYTE;
        workplace.say("order-service holds %.0f MB %s".formatted(megabytes, when));
        return once(new Measure("memory of order-service, " + when, "MB"), megabytes);
    }

    private static URI address(LocalPlatform platform) {
        return requireNonNull(platform.services().get(SERVICE));
    }

    private static Finding decisions(OrderService service, Commands commands) throws IOException, InterruptedException {
        var began = System.nanoTime();
        awaitDecided(service, commands.send(FEW, ALL - FEW));
        var decided = (ALL - FEW) * SampleOrder.EVENTS / ((System.nanoTime() - began) / 1e9);
        return once(new Measure("commands decided, without HTTP", "commands/s"), decided);
    }

    private static void awaitDecided(OrderService service, Collection<UUID> orders)
            throws IOException, InterruptedException {
        for (var order : orders) {
            service.awaitDecided(order);
        }
    }

    /** The second of two turns counts. */
    private static Load histories(URI service, int orders) throws Exception {
        readHistories(service, orders);
        return readHistories(service, orders);
    }

    private static Load readHistories(URI service, int orders) throws Exception {
        var load = ClosedLoop.run(() -> new HistoryClient(service, orders), 1, TURN, HistoryClient.OK);
        if (load.isEmpty() || !load.errors().isEmpty()) {
            throw new IllegalStateException("Histories could not be read: " + load.errors());
        }
        return load;
    }

    private static List<Reading> replay(OrderService service) throws IOException, InterruptedException {
        var verification = service.verify();
        return List.of(
                FOLD.reads(EVENTS / OrderService.secondsFolding(verification)),
                VERIFY.reads(EVENTS / OrderService.seconds(verification)),
                REBUILD.reads(EVENTS / OrderService.seconds(service.rebuild())));
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

    private static Finding once(Measure measure, double value, double peer) {
        return new Finding(measure, new Samples(List.of(value)), new Samples(List.of(peer)));
    }
}
