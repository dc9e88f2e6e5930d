package dev.millrace.benchmarks.orders;

import dev.millrace.benchmarks.load.ClosedLoop;
import dev.millrace.benchmarks.load.Load;
import dev.millrace.benchmarks.load.OpenLoop;
import dev.millrace.benchmarks.measuring.Finding;
import dev.millrace.benchmarks.measuring.Goal;
import dev.millrace.benchmarks.measuring.Measure;
import dev.millrace.benchmarks.measuring.Reading;
import dev.millrace.benchmarks.measuring.Samples;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Orders for one server: few and many at a time, and as many a second as a busy shop has. */
final class Traffic {

    private static final List<Integer> IN_FLIGHT = List.of(1, 16, 64, 256, 512);
    private static final int MANY = 256;
    private static final int A_SECOND = 200;

    private final URI server;
    private final Duration turn;
    private final Consumer<String> progress;
    private final Map<String, Long> errors = new TreeMap<>();

    /**
     * Plans traffic.
     *
     * @param turn how long each kind of it is kept up
     */
    Traffic(URI server, Duration turn, Consumer<String> progress) {
        this.server = server;
        this.turn = turn;
        this.progress = progress;
    }

    List<Reading> round() throws Exception {
        var readings = new ArrayList<Reading>();
        for (var inFlight : IN_FLIGHT) {
            readings.addAll(inFlight(inFlight));
        }
        readings.addAll(aSecond());
        return readings;
    }

    private List<Reading> inFlight(int count) throws Exception {
        var load = checked(ClosedLoop.run(this::client, count, turn, OrderClient.CREATED));
        return List.of(
                measure("orders, %d in flight".formatted(count), "orders/s", throughputGoal(count))
                        .reads(load.perSecond()),
                measure("p50, %d in flight".formatted(count), "ms", null).reads(load.millisAt(50)),
                measure("p99, %d in flight".formatted(count), "ms", latencyGoal(count))
                        .reads(load.millisAt(99)));
    }

    private List<Reading> aSecond() throws Exception {
        var load = checked(OpenLoop.run(this::client, A_SECOND, turn, OrderClient.CREATED));
        return List.of(
                measure("p50, %d a second".formatted(A_SECOND), "ms", Goal.atMost(25))
                        .reads(load.millisAt(50)),
                measure("p99, %d a second".formatted(A_SECOND), "ms", Goal.atMost(100))
                        .reads(load.millisAt(99)));
    }

    /** The sum of the errors of all rounds. */
    Finding errors(String name) {
        var sum = errors.values().stream().mapToLong(Long::longValue).sum();
        if (sum > 0) {
            progress.accept("WITH %s: %s".formatted(name.toUpperCase(Locale.ROOT), errors));
        }
        return new Finding(
                measure(name + ", warm-up included", "requests", Goal.atMost(0)),
                new Samples(List.of((double) sum)),
                null);
    }

    private OrderClient client() throws IOException {
        return new OrderClient(server);
    }

    private Load checked(Load load) {
        if (load.isEmpty()) {
            throw new IllegalStateException("No order was placed; instead: " + load.errors());
        }
        load.errors().forEach((error, count) -> errors.merge(error, count, Long::sum));
        return load;
    }

    private static @Nullable Goal throughputGoal(int inFlight) {
        return inFlight == MANY ? Goal.atLeastTimesThePeer(2) : null;
    }

    private static @Nullable Goal latencyGoal(int inFlight) {
        return inFlight == MANY ? Goal.atMostTimesThePeer(1) : null;
    }

    private static Measure measure(String name, String unit, @Nullable Goal goal) {
        return new Measure(name, unit, goal);
    }
}
