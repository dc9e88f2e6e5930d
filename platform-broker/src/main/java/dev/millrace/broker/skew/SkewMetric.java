package dev.millrace.broker.skew;

import dev.millrace.broker.ConditionalOnControl;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How unevenly records arrived lately in each topic, as a metric. */
@Component
@ConditionalOnControl
final class SkewMetric {

    private final MultiGauge gauge;
    private volatile Map<String, Double> latest = Map.of();

    SkewMetric(MeterRegistry meters) {
        this.gauge = MultiGauge.builder("millrace.topic.skew")
                .description(
                        "Records that arrived lately in the fullest partition of a topic, by the mean of its others")
                .register(meters);
    }

    void measure(Map<String, Double> skews) {
        latest = Map.copyOf(skews);
        gauge.register(latest.keySet().stream()
                .<MultiGauge.Row<?>>map(topic -> MultiGauge.Row.of(
                        Tags.of("topic", topic), this, metric -> metric.latest.getOrDefault(topic, Double.NaN)))
                .toList());
    }
}
