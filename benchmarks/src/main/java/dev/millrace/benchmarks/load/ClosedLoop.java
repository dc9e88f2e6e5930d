package dev.millrace.benchmarks.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A fixed number of callers, each of which calls again as soon as it is answered. */
public final class ClosedLoop {

    private final Client.Factory clients;
    private final Answers answers;

    private ClosedLoop(Client.Factory clients, int expected) {
        this.clients = clients;
        this.answers = new Answers(clients, expected);
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
        return answers.after(took);
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
        for (var now = System.nanoTime(); now < end; now = System.nanoTime()) {
            client = answers.call(client, now);
        }
        client.close();
        return null;
    }
}
