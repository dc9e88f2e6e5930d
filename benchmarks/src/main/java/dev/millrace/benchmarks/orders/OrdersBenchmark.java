package dev.millrace.benchmarks.orders;

import static java.util.Objects.requireNonNull;

import dev.millrace.benchmarks.load.InstantServer;
import dev.millrace.benchmarks.measuring.Benchmark;
import dev.millrace.benchmarks.measuring.Finding;
import dev.millrace.benchmarks.measuring.Workplace;
import dev.millrace.local.LocalPlatform;
import dev.millrace.local.platform.Observer;
import dev.millrace.local.settings.Ports;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** Places orders in a closed loop, on order-service and on no more than it needs. */
public final class OrdersBenchmark implements Benchmark {

    private static final String SERVICE = "order-service";
    private static final Duration TURN = Duration.ofSeconds(5);
    private static final int WARM_UPS = 3;
    private static final int ROUNDS = 5;

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public String summary() {
        return "Orders placed over HTTP: how many a second and how long each takes, with 1, 16 and 256 in flight.";
    }

    @Override
    public List<Finding> run(Workplace workplace) throws Exception {
        var names = List.of(SERVICE);
        var platform = workplace.use(
                LocalPlatform.open(workplace.platform(), Ports.free(), OptionalInt.empty(), names, Observer.NOBODY));
        workplace.say("Starting order-service and what it needs");
        platform.start();
        var instantServer = workplace.use(new InstantServer());
        var traffic = new Traffic(
                requireNonNull(platform.services().get(SERVICE)), instantServer.address(), TURN, workplace::say);
        return traffic.withErrors(workplace.rounds(WARM_UPS, ROUNDS).of(traffic::round));
    }
}
