package dev.millrace.broker.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import org.junit.jupiter.api.Test;

class FamiliesTest {

    @Test
    void keepTheFirstOfAMetricThatIsMetTwice() {
        var families = new Families();
        families.gauge(new MetricName("some", Labels.of("topic", "orders"), "Some"), 1);
        families.gauge(new MetricName("some", Labels.of("topic", "orders"), "Some"), 2);
        families.gauge(new MetricName("some", Labels.of("topic", "users"), "Some"), 3);
        assertThat(((GaugeSnapshot) families.snapshots().get(0)).getDataPoints())
                .extracting(point -> point.getValue())
                .containsExactlyInAnyOrder(1.0, 3.0);
    }
}
