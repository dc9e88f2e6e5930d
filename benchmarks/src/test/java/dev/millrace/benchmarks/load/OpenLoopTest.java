package dev.millrace.benchmarks.load;

import static dev.millrace.benchmarks.load.CountedClients.OK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class OpenLoopTest {

    private static final Duration SHORT = Duration.ofMillis(50);

    @Test
    void callsAsOftenAsPlannedHoweverLongTheAnswersTake() throws Exception {
        var everybody = new CountDownLatch(10);
        var clients = new CountedClients(_ -> {
            everybody.countDown();
            await(everybody);
            return OK;
        });
        var load = OpenLoop.run(clients, 200, SHORT, OK);
        assertThat(load.latencies().getTotalCount()).isEqualTo(10);
        assertThat(load.errors()).isEmpty();
        assertThat(clients.closed).hasValue(clients.opened.get());
    }

    @Test
    void goesOnWithANewClientWhenAConnectionBreaks() throws Exception {
        var clients = new CountedClients(CountedClients.brokenOn(3));
        var load = OpenLoop.run(clients, 200, SHORT, OK);
        assertThat(load.errors()).containsExactly(entry("java.io.IOException: reset", 1L));
        assertThat(load.latencies().getTotalCount()).isEqualTo(9);
        assertThat(clients.closed).hasValue(clients.opened.get());
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
