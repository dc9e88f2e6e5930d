package dev.millrace.benchmarks.orders;

import dev.millrace.benchmarks.load.ClosedLoop;
import dev.millrace.benchmarks.load.Load;
import dev.millrace.benchmarks.measuring.Finding;
import dev.millrace.benchmarks.measuring.Goal;
import dev.millrace.benchmarks.measuring.Measure;
import dev.millrace.benchmarks.measuring.Reading;
import dev.millrace.benchmarks.measuring.Samples;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Orders for order-service, few and many at a time, and for a server that does nothing, to see what the client is able to. */
final class Traffic {

    private static final List<Integer> IN_FLIGHT = List.of(1, 16, 256);
    private static final Measure CEILING = new Measure("the client's own ceiling, 256 in flight", "orders/s");
    private static final Measure ERRORS = new Measure("errors, warm-up included", "requests", Goal.atMost(0));

    private final URI orderService;
    private final URI instantServer;
    private final Duration turn;
    private final Consumer<String> progress;
    private final Map<String, Long> errors = new TreeMap<>();

    /**
     * Plans traffic.
     *
     * @param turn how long each number of requests in flight is kept up
     */
    Traffic(URI orderService, URI instantServer, Duration turn, Consumer<String> progress) {
        this.orderService = orderService;
        this.instantServer = instantServer;
        this.turn = turn;
        this.progress = progress;
    }

    List<Reading> round() throws Exception {
        var readings = new ArrayList<Reading>();
        for (var inFlight : IN_FLIGHT) {
            readings.addAll(readings(inFlight, load(orderService, inFlight)));
        }
        readings.add(CEILING.reads(load(instantServer, IN_FLIGHT.getLast()).perSecond()));
        return readings;
    }

    /** The sum of the errors of all rounds, as the last finding. */
    List<Finding> withErrors(List<Finding> findings) {
        var sum = errors.values().stream().mapToLong(Long::longValue).sum();
        if (sum > 0) {
            progress.accept("WITH ERRORS: " + errors);
        }
        var all = new ArrayList<>(findings);
        all.add(new Finding(ERRORS, new Samples(List.of((double) sum)), null));
        return all;
    }

    private Load load(URI server, int inFlight) throws Exception {
        var load = ClosedLoop.run(() -> new OrderClient(server), inFlight, turn, OrderClient.CREATED);
        if (load.isEmpty()) {
            throw new IllegalStateException("No order was placed; instead: " + load.errors());
        }
        load.errors().forEach((error, count) -> errors.merge(error, count, Long::sum));
        return load;
    }

    private static List<Reading> readings(int inFlight, Load load) {
        return List.of(
                new Measure("orders, %d in flight".formatted(inFlight), "orders/s").reads(load.perSecond()),
                new Measure("p50, %d in flight".formatted(inFlight), "ms").reads(load.millisAt(50)),
                new Measure("p99, %d in flight".formatted(inFlight), "ms").reads(load.millisAt(99)));
    }
}
