package dev.millrace.orderservice.deciding;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class ThreadDeathsTest {

    private Instant now = Instant.EPOCH;
    private final ThreadDeaths deaths = new ThreadDeaths(() -> now, Duration.ZERO);

    @Test
    void waitsAnOutageOutForAsLongAsItTakes() {
        for (var time = 0; time < 100; time++) {
            assertThat(deaths.handle(new StreamsException(new TimeoutException("away"))))
                    .isEqualTo(REPLACE_THREAD);
        }
        assertThat(deaths.fatal()).isEmpty();
    }

    @Test
    void givesUpOnAFailureThatComesBack() {
        var failure = new IllegalStateException("disk full");
        for (var time = 0; time < 3; time++) {
            assertThat(deaths.handle(failure)).isEqualTo(REPLACE_THREAD);
        }
        assertThat(deaths.handle(failure)).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(deaths.fatal()).containsSame(failure);
    }

    @Test
    void forgivesFailuresThatAreFarApart() {
        for (var time = 0; time < 10; time++) {
            assertThat(deaths.handle(new IllegalStateException("once"))).isEqualTo(REPLACE_THREAD);
            now = now.plusSeconds(200);
        }
    }
}
