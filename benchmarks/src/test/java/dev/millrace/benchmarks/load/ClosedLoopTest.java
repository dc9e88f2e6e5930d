package dev.millrace.benchmarks.load;

import static dev.millrace.benchmarks.load.CountedClients.OK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

class ClosedLoopTest {

    private static final Duration SHORT = Duration.ofMillis(50);

    @Test
    void countsAndTimesEveryExpectedAnswer() throws Exception {
        var clients = new CountedClients(_ -> OK);
        var load = ClosedLoop.run(clients, 4, SHORT, OK);
        assertThat(load.latencies().getTotalCount()).isEqualTo(clients.calls.get());
        assertThat(load.perSecond()).isPositive();
        assertThat(load.took()).isGreaterThanOrEqualTo(SHORT);
        assertThat(load.errors()).isEmpty();
    }

    @Test
    void hasOneClientForEachRequestInFlightAndClosesThem() throws Exception {
        var clients = new CountedClients(_ -> OK);
        ClosedLoop.run(clients, 4, SHORT, OK);
        assertThat(clients.opened).hasValue(4);
        assertThat(clients.closed).hasValue(4);
    }

    @Test
    void countsUnexpectedAnswersByStatusAndKeepsTheirTimesOut() throws Exception {
        var clients = new CountedClients(call -> call == 3 ? 503 : OK);
        var load = ClosedLoop.run(clients, 1, SHORT, OK);
        assertThat(load.errors()).containsExactly(entry("HTTP 503", 1L));
        assertThat(load.latencies().getTotalCount()).isEqualTo(clients.calls.get() - 1L);
    }

    @Test
    void goesOnWithANewClientWhenAConnectionBreaks() throws Exception {
        var clients = new CountedClients(CountedClients.brokenOn(3));
        var load = ClosedLoop.run(clients, 1, SHORT, OK);
        assertThat(load.errors()).containsExactly(entry("java.io.IOException: reset", 1L));
        assertThat(clients.opened).hasValue(2);
        assertThat(clients.closed).hasValue(2);
    }

    @Test
    void failsWhenTheServerIsGone() {
        var once = new Semaphore(1);
        var clients = new CountedClients(CountedClients.brokenOn(1));
        assertThatThrownBy(() -> ClosedLoop.run(
                        () -> {
                            if (!once.tryAcquire()) {
                                throw new IOException("refused");
                            }
                            return clients.open();
                        },
                        1,
                        SHORT,
                        OK))
                .hasRootCauseMessage("refused");
    }
}
