package dev.millrace.benchmarks.start;

import static dev.millrace.local.platform.State.PREPARING;
import static dev.millrace.local.platform.State.READY;
import static dev.millrace.local.platform.State.STARTING;
import static dev.millrace.local.platform.State.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StopwatchTest {

    private final Stopwatch stopwatch = new Stopwatch();

    @Test
    void takesTheTimeOfEachComponentThatGetsReady() {
        stopwatch.note("kafka", WAITING);
        stopwatch.note("kafka", PREPARING);
        stopwatch.note("kafka", STARTING);
        stopwatch.note("postgresql", PREPARING);
        stopwatch.note("kafka", READY);
        assertThat(stopwatch.stop().components()).containsOnlyKeys("kafka");
    }

    @Test
    void doesNotCountTheTimeSpentWaitingForOthers() {
        stopwatch.note("order-service", WAITING);
        stopwatch.note("order-service", PREPARING);
        stopwatch.note("order-service", READY);
        var times = stopwatch.stop();
        assertThat(times.components().get("order-service")).isPositive().isLessThan(times.total());
    }
}
