package dev.millrace.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OpenLoopTest {

    private static final Duration SHORT = Duration.ofMillis(50);
    private static final int OK = 200;

    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void callsAsOftenAsPlannedHoweverLongTheAnswersTake() throws Exception {
        var everybody = new CountDownLatch(10);
        var load = OpenLoop.run(
                clients(() -> {
                    everybody.countDown();
                    await(everybody);
                    return OK;
                }),
                200,
                SHORT,
                OK);
        assertThat(load.latencies().getTotalCount()).isEqualTo(10);
        assertThat(load.errors()).isEmpty();
        assertThat(closed).hasValue(opened.get());
    }

    @Test
    void goesOnWithANewClientWhenAConnectionBreaks() throws Exception {
        var load = OpenLoop.run(
                clients(() -> {
                    if (calls.get() == 3) {
                        throw new IOException("reset");
                    }
                    return OK;
                }),
                200,
                SHORT,
                OK);
        assertThat(load.errors()).containsExactly(entry("java.io.IOException: reset", 1L));
        assertThat(load.latencies().getTotalCount()).isEqualTo(9);
        assertThat(closed).hasValue(opened.get());
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private Client.Factory clients(Answer answer) {
        return () -> {
            opened.incrementAndGet();
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
        };
    }

    private interface Answer {
        int status() throws IOException;
    }
}
