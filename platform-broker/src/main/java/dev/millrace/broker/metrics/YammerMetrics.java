package dev.millrace.broker.metrics;

import com.yammer.metrics.core.Counter;
import com.yammer.metrics.core.Gauge;
import com.yammer.metrics.core.Histogram;
import com.yammer.metrics.core.Meter;
import com.yammer.metrics.core.Metric;
import com.yammer.metrics.core.MetricsRegistry;
import com.yammer.metrics.core.Sampling;
import com.yammer.metrics.core.Summarizable;
import com.yammer.metrics.core.Timer;
import io.prometheus.metrics.model.snapshots.Quantiles;
import io.prometheus.metrics.model.snapshots.SummarySnapshot.SummaryDataPointSnapshot;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The registry that holds most of what a broker and a controller measure. */
record YammerMetrics(MetricsRegistry registry) {

    private static final Logger log = LoggerFactory.getLogger(YammerMetrics.class);

    /** Few enough to be kept for years: their number grows with topics and partitions, never with clients. */
    private static final Pattern CHOSEN = Pattern.compile(String.join(
            "|",
            "kafka\\.cluster:Partition:(UnderReplicated|UnderMinIsr|InSyncReplicasCount|LastStableOffsetLag)",
            "kafka\\.controller:(KafkaController|ControllerEventManager|ControllerStats):.*",
            "kafka\\.coordinator\\.(group|transaction):.*",
            "kafka\\.log:Log:(Size|LogStartOffset|LogEndOffset)",
            "kafka\\.log:(LogManager|LogCleaner|LogCleanerManager|LogFlushStats):.*",
            "kafka\\.network:(Acceptor|Processor|RequestChannel|SocketServer):.*",
            "kafka\\.network:RequestMetrics:(Requests|Errors)PerSec",
            "kafka\\.network:RequestMetrics:(Total|RequestQueue|Local|Remote|ResponseQueue|ResponseSend)TimeMs",
            "kafka\\.server:(BrokerTopicMetrics|DelayedOperationPurgatory|DelayedFetchMetrics|FetchSessionCache):.*",
            "kafka\\.server:(KafkaRequestHandlerPool|ReplicaManager|ReplicaFetcherManager|SnapshotEmitter):.*",
            "kafka\\.server:MetadataLoader:(Current.*|Handle.*)",
            "kafka\\.server:KafkaServer:(BrokerState|linux-disk-.*)"));

    private static final double[] QUANTILES = {0.5, 0.95, 0.99, 0.999};

    void addTo(Families families) {
        registry.allMetrics().forEach((name, metric) -> {
            if (isChosen(name)) {
                tryToAdd(name, metric, families);
            }
        });
    }

    /** Gauges are code of Kafka's, run beside its own threads: one that fails must not hide all others. */
    private static void tryToAdd(com.yammer.metrics.core.MetricName name, Metric metric, Families families) {
        try {
            add(name, metric, families);
        } catch (RuntimeException e) {
            log.atWarn()
                    .addKeyValue("kafka.metric", name.getMBeanName())
                    .setCause(e)
                    .log("A metric can't be read");
        }
    }

    private static boolean isChosen(com.yammer.metrics.core.MetricName name) {
        return CHOSEN.matcher(name.getGroup() + ":" + name.getType() + ":" + name.getName())
                .matches();
    }

    private static void add(com.yammer.metrics.core.MetricName name, Metric metric, Families families) {
        switch (metric) {
            case Gauge<?> gauge -> value(gauge).ifPresent(value -> families.gauge(named(name, name.getName()), value));
            case Counter counter -> families.gauge(named(name, name.getName()), counter.count());
            case Meter meter -> meter(name, meter, families);
            case Histogram histogram -> summary(name, histogram.count(), histogram, families);
            case Timer timer -> summary(name, timer.count(), timer, families);
            default -> {} // Yammer has no other kinds
        }
    }

    /** Rates are for Prometheus to compute; but how idle threads are comes as a rate only. */
    private static void meter(com.yammer.metrics.core.MetricName name, Meter meter, Families families) {
        if (name.getName().endsWith("Percent")) {
            var own = name.getName().replaceFirst("Percent$", "_percent");
            families.gauge(named(name, own), meter.oneMinuteRate());
        } else {
            families.counter(named(name, name.getName().replaceFirst("PerSec$", "")), meter.count());
        }
    }

    /** There is one for each kind of request that Kafka knows, most of which never come: those are left out. */
    private static <T extends Sampling & Summarizable> void summary(
            com.yammer.metrics.core.MetricName name, long count, T metric, Families families) {
        if (count > 0) {
            var snapshot = metric.getSnapshot();
            var quantiles = Quantiles.builder();
            for (var quantile : QUANTILES) {
                quantiles.quantile(quantile, snapshot.getValue(quantile));
            }
            var summary = SummaryDataPointSnapshot.builder()
                    .count(count)
                    .sum(metric.sum())
                    .quantiles(quantiles.build());
            families.summary(named(name, name.getName()), summary);
        }
    }

    private static OptionalDouble value(Gauge<?> gauge) {
        return switch (gauge.value()) {
            case Number number -> OptionalDouble.of(number.doubleValue());
            case Boolean yes -> OptionalDouble.of(yes ? 1 : 0);
            case null, default -> OptionalDouble.empty();
        };
    }

    private static MetricName named(com.yammer.metrics.core.MetricName name, String own) {
        try {
            return MetricName.of(new ObjectName(name.getMBeanName()), own);
        } catch (MalformedObjectNameException e) {
            throw new IllegalStateException(e);
        }
    }
}
