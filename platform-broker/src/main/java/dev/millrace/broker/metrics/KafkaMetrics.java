package dev.millrace.broker.metrics;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.lang.management.ManagementFactory;
import org.apache.kafka.server.metrics.KafkaYammerMetrics;

/**
 * The metrics of the node in this process. Walks Kafka's registries at each scrape and keeps nothing in between, so that what comes
 * later is seen, and what is gone is gone.
 */
final class KafkaMetrics implements MultiCollector {

    @Override
    public MetricSnapshots collect() {
        var families = new Families();
        new YammerMetrics(KafkaYammerMetrics.defaultRegistry()).addTo(families);
        new JmxMetrics(ManagementFactory.getPlatformMBeanServer()).addTo(families);
        return families.snapshots();
    }
}
