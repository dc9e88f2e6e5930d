package dev.millrace.benchmarks.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Callers who come at fixed times, whether or not those before them were answered. Each waits from the time at which it was to come, so that a
 * server that stands still is seen by everybody who comes meanwhile.
 */
public final class OpenLoop {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Client.Factory clients;
    private final Answers answers;
    private final ConcurrentLinkedDeque<Client> idle = new ConcurrentLinkedDeque<>();

    private OpenLoop(Client.Factory clients, int expected) {
        this.clients = clients;
        this.answers = new Answers(clients, expected);
    }

    /**
     * Makes traffic, and returns when the last call is answered.
     *
     * @param expected the status that counts as success
     */
    public static Load run(Client.Factory clients, int perSecond, Duration duration, int expected)
            throws IOException, InterruptedException, ExecutionException {
        return new OpenLoop(clients, expected).run(perSecond, duration);
    }

    private Load run(int perSecond, Duration duration) throws IOException, InterruptedException, ExecutionException {
        var callers = new ArrayList<Future<?>>();
        var began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long number = 0; number < duration.toNanos() * perSecond / SECOND; number++) {
                var planned = began + number * SECOND / perSecond;
                waitUntil(planned);
                callers.add(threads.submit(() -> call(planned)));
            }
        }
        var took = Duration.ofNanos(System.nanoTime() - began);
        for (var caller : callers) {
            caller.get();
        }
        for (var client : idle) {
            client.close();
        }
        return answers.after(took);
    }

    private static void waitUntil(long time) {
        for (var left = time - System.nanoTime(); left > 0; left = time - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private Void call(long planned) throws IOException {
        idle.push(answers.call(client(), planned));
        return null;
    }

    private Client client() throws IOException {
        var client = idle.poll();
        return client == null ? clients.open() : client;
    }
}
