package dev.millrace.broker.groups;

import static dev.millrace.broker.groups.Seen.group;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupMetricsTest {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final GroupMetrics metrics = new GroupMetrics(registry);
    private final GroupJudge judge = new GroupJudge(new LagJudge(4), new LossJudge(Duration.ofHours(1)));

    @Test
    void tellHowLongUnreadRecordsAreSafe() {
        measure(group("1/9@83000").keptFor(Duration.ofDays(1)));
        assertThat(registry.scrape())
                .contains("millrace_group_lag{group=\"group\",partition=\"0\",topic=\"topic\"} 8.0")
                .contains("millrace_group_state{group=\"group\",partition=\"0\",topic=\"topic\"} 1.0")
                .contains("millrace_group_loss_seconds{group=\"group\",partition=\"0\",topic=\"topic\"} 3400.0");
    }

    @Test
    void tellNothingOfALossThatCannotBe() {
        measure(group("1/9@83000").keptFor(Duration.ofDays(1)));
        measure(group("9/9").keptFor(Duration.ofDays(1)));
        assertThat(registry.scrape()).contains("millrace_group_lag{").doesNotContain("millrace_group_loss_seconds{");
    }

    private void measure(Seen seen) {
        metrics.measure(List.of(JudgedGroup.of(seen.history(), judge)));
    }
}
