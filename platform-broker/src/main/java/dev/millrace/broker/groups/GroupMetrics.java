package dev.millrace.broker.groups;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What was last thought of every group in every partition, as metrics. */
@Component
final class GroupMetrics {

    private final MultiGauge lag;
    private final MultiGauge state;
    private final MultiGauge loss;

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

    void measure(List<JudgedGroup> groups) {
        var lags = new ArrayList<MultiGauge.Row<?>>();
        var states = new ArrayList<MultiGauge.Row<?>>();
        var losses = new ArrayList<MultiGauge.Row<?>>();
        for (var group : groups) {
            for (var partition : group.partitions()) {
                var tags = Tags.of(
                        "group", group.group(),
                        "topic", partition.topic(),
                        "partition", String.valueOf(partition.partition()));
                lags.add(MultiGauge.Row.of(tags, partition.lag()));
                states.add(MultiGauge.Row.of(tags, partition.state().severity()));
                if (partition.secondsToLoss() != null) {
                    losses.add(MultiGauge.Row.of(tags, partition.secondsToLoss()));
                }
            }
        }
        lag.register(lags, true);
        state.register(states, true);
        loss.register(losses, true);
    }
}
