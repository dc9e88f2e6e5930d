package dev.millrace.benchmarks.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** A fixed number of callers, each of which calls again as soon as it is answered. */
public final class ClosedLoop {

    private static final int DIGITS = 3;

    private final Client.Factory clients;
    private final int expected;
    private final Histogram latencies = new ConcurrentHistogram(DIGITS);
    private final Map<String, Long> errors = new ConcurrentHashMap<>();

    private ClosedLoop(Client.Factory clients, int expected) {
        this.clients = clients;
        this.expected = expected;
    }

    /**
     * Makes traffic, and returns when the last call that began in time is answered.
     *
     * @param expected the status that counts as success
     */
    public static Load run(Client.Factory clients, int inFlight, Duration duration, int expected)
            throws IOException, InterruptedException, ExecutionException {
        return new ClosedLoop(clients, expected).run(inFlight, duration);
    }

    private Load run(int inFlight, Duration duration) throws IOException, InterruptedException, ExecutionException {
        var callers = new ArrayList<Future<?>>();
        var opened = open(inFlight);
        var began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            opened.forEach(client -> callers.add(threads.submit(() -> callUntil(began + duration.toNanos(), client))));
        }
        var took = Duration.ofNanos(System.nanoTime() - began);
        for (var caller : callers) {
            caller.get();
        }
        return new Load(latencies, Map.copyOf(errors), took);
    }

    private List<Client> open(int count) throws IOException {
        var opened = new ArrayList<Client>();
        for (int i = 0; i < count; i++) {
            opened.add(clients.open());
        }
        return opened;
    }

    private Void callUntil(long end, Client first) throws IOException {
        var client = first;
        while (System.nanoTime() < end) {
            client = call(client);
        }
        client.close();
        return null;
    }

    /** Returns the client for the next call: another one when this one's connection broke. */
    private Client call(Client client) throws IOException {
        var began = System.nanoTime();
        try {
            var status = client.call();
            if (status == expected) {
                latencies.recordValue(System.nanoTime() - began);
            } else {
                count("HTTP " + status);
            }
            return client;
        } catch (IOException e) {
            count(e.toString());
            client.close();
            return clients.open();
        }
    }

    private void count(String error) {
        errors.merge(error, 1L, Long::sum);
    }
}
