package dev.millrace.broker.skew;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SkewMetricTest {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final SkewMetric metric = new SkewMetric(registry);

    @Test
    void followsWhatWasSeenLast() {
        metric.measure(Map.of("one", 1.5, "two", 2.0));
        metric.measure(Map.of("one", 3.0));
        assertThat(registry.scrape())
                .contains("millrace_topic_skew{topic=\"one\"} 3.0")
                .doesNotContain("topic=\"two\"");
    }
}
