package dev.millrace.benchmarks.load;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** What many callers at once are answered, and how long each answer took. */
final class Answers {

    private static final int DIGITS = 3;

    private final Client.Factory clients;
    private final int expected;
    private final Histogram latencies = new ConcurrentHistogram(DIGITS);
    private final Map<String, Long> errors = new ConcurrentHashMap<>();

    /**
     * Begins to count.
     *
     * @param expected the status that counts as success
     */
    Answers(Client.Factory clients, int expected) {
        this.clients = clients;
        this.expected = expected;
    }

    /**
     * Calls once, and returns the client for the next call: another one when this one's connection broke.
     *
     * @param since from when on the answer is waited for, by {@link System#nanoTime}
     */
    Client call(Client client, long since) throws IOException {
        try {
            var status = client.call();
            if (status == expected) {
                latencies.recordValue(System.nanoTime() - since);
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

    Load after(Duration took) {
        return new Load(latencies, Map.copyOf(errors), took);
    }

    private void count(String error) {
        errors.merge(error, 1L, Long::sum);
    }
}
