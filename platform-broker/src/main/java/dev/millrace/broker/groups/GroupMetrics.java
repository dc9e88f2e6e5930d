package dev.millrace.broker.groups;

import static java.util.Objects.requireNonNullElse;

import dev.millrace.broker.ConditionalOnControl;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** What was last thought of every group in every partition, as metrics. */
@Component
@ConditionalOnControl
final class GroupMetrics {

    private final MultiGauge lag;
    private final MultiGauge state;
    private final MultiGauge loss;
    private volatile Map<Tags, JudgedGroup.Partition> latest = Map.of();

    GroupMetrics(MeterRegistry meters) {
        this.lag = MultiGauge.builder("millrace.group.lag")
                .description("Offsets between a group and the end of its partition")
                .register(meters);
        this.state = MultiGauge.builder("millrace.group.state")
                .description("0 OK, 1 WARN, 2 REWIND, 3 STALL, 4 STOP")
                .register(meters);
        this.loss = MultiGauge.builder("millrace.group.loss")
                .description("Time until the first record that a group has not read may be deleted")
                .baseUnit("seconds")
                .register(meters);
    }

    /** A gauge that stays is never taken away, not even for a moment: a scrape would see it twice. */
    void measure(List<JudgedGroup> groups) {
        var now = new HashMap<Tags, JudgedGroup.Partition>();
        for (var group : groups) {
            for (var partition : group.partitions()) {
                now.put(
                        Tags.of(
                                "group", group.group(),
                                "topic", partition.topic(),
                                "partition", String.valueOf(partition.partition())),
                        partition);
            }
        }
        latest = now;
        register(lag, _ -> true, JudgedGroup.Partition::lag);
        register(state, _ -> true, partition -> partition.state().severity());
        register(
                loss,
                partition -> partition.secondsToLoss() != null,
                partition -> requireNonNullElse(partition.secondsToLoss(), Double.NaN));
    }

    private void register(
            MultiGauge gauge,
            Predicate<JudgedGroup.Partition> isMeasured,
            ToDoubleFunction<JudgedGroup.Partition> value) {
        gauge.register(latest.entrySet().stream()
                .filter(entry -> isMeasured.test(entry.getValue()))
                .<MultiGauge.Row<?>>map(
                        entry -> MultiGauge.Row.of(entry.getKey(), this, metrics -> metrics.of(entry.getKey(), value)))
                .toList());
    }

    private double of(Tags tags, ToDoubleFunction<JudgedGroup.Partition> value) {
        var partition = latest.get(tags);
        return partition == null ? Double.NaN : value.applyAsDouble(partition);
    }
}
