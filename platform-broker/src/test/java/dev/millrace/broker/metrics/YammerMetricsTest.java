package dev.millrace.broker.metrics;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.yammer.metrics.core.Gauge;
import com.yammer.metrics.core.MetricName;
import com.yammer.metrics.core.MetricsRegistry;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class YammerMetricsTest {

    private final MetricsRegistry registry = new MetricsRegistry();

    @AfterEach
    void stop() {
        registry.shutdown();
    }

    @Test
    void countWhatKafkaCallsARate() {
        registry.newMeter(of("kafka.server", "BrokerTopicMetrics", "BytesInPerSec"), "bytes", TimeUnit.SECONDS)
                .mark(7);
        assertThat(found())
                .hasEntrySatisfying(
                        "kafka_server_brokertopicmetrics_bytesin",
                        found -> assertThat(((CounterSnapshot) found)
                                        .getDataPoints()
                                        .getFirst()
                                        .getValue())
                                .isEqualTo(7));
    }

    @Test
    void tellTruthAsOneAndLeaveOutWords() {
        registry.newGauge(of("kafka.log", "LogManager", "Failed"), gauge(true));
        registry.newGauge(of("kafka.log", "LogManager", "Name"), gauge("word"));
        assertThat(found()).containsOnlyKeys("kafka_log_logmanager_failed");
        assertThat(found())
                .hasEntrySatisfying(
                        "kafka_log_logmanager_failed",
                        found -> assertThat(((GaugeSnapshot) found)
                                        .getDataPoints()
                                        .getFirst()
                                        .getValue())
                                .isEqualTo(1));
    }

    @Test
    void leaveOutRequestsThatNeverCame() {
        var times = registry.newHistogram(of("kafka.network", "RequestMetrics", "TotalTimeMs"), true);
        assertThat(found()).isEmpty();
        times.update(3);
        times.update(5);
        assertThat(found()).hasEntrySatisfying("kafka_network_requestmetrics_totaltimems", found -> {
            var times3And5 = ((SummarySnapshot) found).getDataPoints().getFirst();
            assertThat(times3And5.getSum()).isEqualTo(8);
            assertThat(times3And5.getCount()).isEqualTo(2);
        });
    }

    @Test
    void leaveOutWhatIsNotChosen() {
        registry.newGauge(of("kafka.log", "Log", "NumLogSegments"), gauge(1));
        registry.newGauge(of("kafka.server", "FetcherLagMetrics", "ConsumerLag"), gauge(1));
        assertThat(found()).isEmpty();
    }

    @Test
    void tellTheRestWhenOneCannotBeRead() {
        registry.newGauge(of("kafka.log", "LogManager", "Broken"), new Gauge<Integer>() {
            @Override
            public Integer value() {
                throw new IllegalStateException("closed");
            }
        });
        registry.newGauge(of("kafka.log", "LogManager", "Whole"), gauge(1));
        assertThat(found()).containsOnlyKeys("kafka_log_logmanager_whole");
    }

    private Map<String, MetricSnapshot> found() {
        var families = new Families();
        new YammerMetrics(registry).addTo(families);
        return families.snapshots().stream()
                .collect(toMap(found -> found.getMetadata().getName(), found -> found));
    }

    private static MetricName of(String group, String type, String name) {
        return new MetricName(group, type, name, null, "%s:type=%s,name=%s".formatted(group, type, name));
    }

    private static <T> Gauge<T> gauge(T value) {
        return new Gauge<>() {
            @Override
            public T value() {
                return value;
            }
        };
    }
}
