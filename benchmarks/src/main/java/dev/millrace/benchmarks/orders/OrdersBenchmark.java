package dev.millrace.benchmarks.orders;

import static java.util.Objects.requireNonNull;

import dev.millrace.benchmarks.load.ClosedLoop;
import dev.millrace.benchmarks.load.InstantServer;
import dev.millrace.benchmarks.measuring.Benchmark;
import dev.millrace.benchmarks.measuring.Finding;
import dev.millrace.benchmarks.measuring.Measure;
import dev.millrace.benchmarks.measuring.Samples;
import dev.millrace.benchmarks.measuring.Workplace;
import dev.millrace.local.LocalPlatform;
import dev.millrace.local.platform.Observer;
import dev.millrace.local.platform.Platform;
import dev.millrace.local.settings.Folders;
import dev.millrace.local.settings.Port;
import dev.millrace.local.settings.Ports;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Places orders at order-service, and at what one would write instead. */
public final class OrdersBenchmark implements Benchmark {

    private static final String SERVICE = "order-service";
    private static final Duration TURN = Duration.ofSeconds(5);
    private static final int WARM_UPS = 3;
    private static final int ROUNDS = 5;
    private static final int MANY = 256;

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public String summary() {
        return "Orders placed over HTTP, 1 to 512 in flight and 200 a second, beside a service that keeps events by JPA.";
    }

    @Override
    public List<Finding> run(Workplace workplace) throws Exception {
        var platform = platform(workplace);
        var peer = peer(workplace, platform);
        var orders = new Traffic(requireNonNull(platform.services().get(SERVICE)), TURN, workplace::say);
        var jpaOrders = new Traffic(peer, TURN, workplace::say);
        var findings = new ArrayList<>(workplace.rounds(WARM_UPS, ROUNDS).of(orders::round, jpaOrders::round));
        findings.add(orders.errors("errors"));
        findings.add(jpaOrders.errors("errors of the peer"));
        findings.add(ceiling(workplace));
        return findings;
    }

    private static LocalPlatform platform(Workplace workplace) {
        var platform = workplace.use(LocalPlatform.open(
                workplace.platform(), Ports.free(), OptionalInt.empty(), List.of(SERVICE), Observer.NOBODY));
        workplace.say("Starting order-service and what it needs, and its peer");
        platform.start();
        return platform;
    }

    private static URI peer(Workplace workplace, LocalPlatform platform) {
        var folders =
                new Folders(workplace.platform().home(), workplace.scratch().resolve("peer"));
        var port = Ports.free().of(Port.ORDER_SERVICE);
        var peer = new JpaOrders(folders, port, platform.database("orders", "order_service"));
        var running = new Platform(folders, Observer.NOBODY);
        workplace.use(running::stop);
        running.start(List.of(peer));
        return peer.address();
    }

    /** What the client is able to, against a server that does nothing. */
    private static Finding ceiling(Workplace workplace) throws Exception {
        var server = workplace.use(new InstantServer()).address();
        var load = ClosedLoop.run(() -> new OrderClient(server), MANY, TURN, OrderClient.CREATED);
        return new Finding(
                new Measure("the client's own ceiling, %d in flight".formatted(MANY), "orders/s"),
                new Samples(List.of(load.perSecond())),
                null);
    }
}
