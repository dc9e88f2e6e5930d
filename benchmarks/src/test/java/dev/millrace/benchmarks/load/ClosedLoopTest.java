package dev.millrace.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ClosedLoopTest {

    private static final Duration SHORT = Duration.ofMillis(50);
    private static final int OK = 200;

    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void countsAndTimesEveryExpectedAnswer() throws Exception {
        var load = ClosedLoop.run(clients(() -> OK), 4, SHORT, OK);
        assertThat(load.latencies().getTotalCount()).isEqualTo(calls.get());
        assertThat(load.perSecond()).isPositive();
        assertThat(load.took()).isGreaterThanOrEqualTo(SHORT);
        assertThat(load.errors()).isEmpty();
    }

    @Test
    void hasOneClientForEachRequestInFlightAndClosesThem() throws Exception {
        ClosedLoop.run(clients(() -> OK), 4, SHORT, OK);
        assertThat(opened).hasValue(4);
        assertThat(closed).hasValue(4);
    }

    @Test
    void countsUnexpectedAnswersByStatusAndKeepsTheirTimesOut() throws Exception {
        var load = ClosedLoop.run(clients(() -> calls.get() == 3 ? 503 : OK), 1, SHORT, OK);
        assertThat(load.errors()).containsExactly(entry("HTTP 503", 1L));
        assertThat(load.latencies().getTotalCount()).isEqualTo(calls.get() - 1L);
    }

    @Test
    void goesOnWithANewClientWhenAConnectionBreaks() throws Exception {
        var load = ClosedLoop.run(clients(() -> brokenOn(3)), 1, SHORT, OK);
        assertThat(load.errors()).containsExactly(entry("java.io.IOException: reset", 1L));
        assertThat(opened).hasValue(2);
        assertThat(closed).hasValue(2);
    }

    @Test
    void failsWhenTheServerIsGone() {
        var once = new Semaphore(1);
        assertThatThrownBy(() -> ClosedLoop.run(
                        () -> {
                            if (!once.tryAcquire()) {
                                throw new IOException("refused");
                            }
                            return client(() -> brokenOn(1));
                        },
                        1,
                        SHORT,
                        OK))
                .hasRootCauseMessage("refused");
    }

    private int brokenOn(int call) throws IOException {
        if (calls.get() == call) {
            throw new IOException("reset");
        }
        return OK;
    }

    private Client.Factory clients(Answer answer) {
        return () -> {
            opened.incrementAndGet();
            return client(answer);
        };
    }

    private Client client(Answer answer) {
        return new Client() {
            @Override
            public int call() throws IOException {
                calls.incrementAndGet();
                return answer.status();
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
    }

    private interface Answer {
        int status() throws IOException;
    }
}
