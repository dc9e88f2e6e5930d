package dev.millrace.broker.metrics;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot.SummaryDataPointSnapshot;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What one scrape has found, gathered by name. Names of counters come without their {@code _total}, those of infos without {@code _info}. */
final class Families {

    private final Map<String, GaugeSnapshot.Builder> gauges = new HashMap<>();
    private final Map<String, CounterSnapshot.Builder> counters = new HashMap<>();
    private final Map<String, SummarySnapshot.Builder> summaries = new HashMap<>();
    private final Map<String, InfoSnapshot.Builder> infos = new HashMap<>();
    private final Set<MetricName> seen = new HashSet<>();

    void gauge(MetricName metric, double value) {
        var point = new GaugeDataPointSnapshot(value, metric.labels(), null);
        if (isNew(metric)) {
            gauges.computeIfAbsent(
                            metric.name(),
                            name -> GaugeSnapshot.builder().name(name).help(metric.help()))
                    .dataPoint(point);
        }
    }

    void counter(MetricName metric, double value) {
        var point = new CounterDataPointSnapshot(value, metric.labels(), null, 0L);
        if (isNew(metric)) {
            counters.computeIfAbsent(
                            metric.name(),
                            name -> CounterSnapshot.builder().name(name).help(metric.help()))
                    .dataPoint(point);
        }
    }

    void summary(MetricName metric, SummaryDataPointSnapshot.Builder value) {
        var point = value.labels(metric.labels()).build();
        if (isNew(metric)) {
            summaries
                    .computeIfAbsent(
                            metric.name(),
                            name -> SummarySnapshot.builder().name(name).help(metric.help()))
                    .dataPoint(point);
        }
    }

    void info(MetricName metric, Labels value) {
        var point = new InfoDataPointSnapshot(metric.labels().merge(value));
        if (isNew(metric)) {
            infos.computeIfAbsent(
                            metric.name(),
                            name -> InfoSnapshot.builder().name(name).help(metric.help()))
                    .dataPoint(point);
        }
    }

    /** A walk over a registry that changes may meet a metric twice; Prometheus would refuse the whole answer. */
    private boolean isNew(MetricName metric) {
        return seen.add(metric);
    }

    MetricSnapshots snapshots() {
        return new MetricSnapshots(Stream.of(gauges, counters, summaries, infos)
                .flatMap(families -> families.values().stream())
                .map(MetricSnapshot.Builder::build)
                .toArray(MetricSnapshot[]::new));
    }
}
