package dev.millrace.broker.groups;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks at every group from time to time, remembers what it saw for a while, and judges by that. */
@Component
final class GroupWatch {

    private static final Logger log = LoggerFactory.getLogger(GroupWatch.class);

    private final Groups groups;
    private final LagJudge judge;
    private final int polls;
    private final MultiGauge lag;
    private final MultiGauge state;
    private Map<String, Map<TopicPartition, List<Position>>> histories = Map.of();
    private volatile List<JudgedGroup> latest = List.of();

    GroupWatch(Groups groups, GroupsSettings settings, MeterRegistry meters) {
        this.groups = groups;
        this.judge = new LagJudge(settings.polls());
        this.polls = settings.polls();
        this.lag = MultiGauge.builder("millrace.group.lag")
                .description("Offsets between a group and the end of its partition")
                .register(meters);
        this.state = MultiGauge.builder("millrace.group.state")
                .description("0 OK, 1 WARN, 2 REWIND, 3 STALL, 4 STOP")
                .register(meters);
    }

    /** As of the last look, by name. */
    List<JudgedGroup> groups() {
        return latest;
    }

    /** One look that fails changes nothing: what was seen before stands until the next one. */
    void look() {
        try {
            remember(groups.now());
        } catch (InterruptedException | InterruptException _) { // the application stops
            Thread.currentThread().interrupt();
        } catch (WakeupException _) { // so it does here
            log.debug("A look at the groups was cut short");
        } catch (ExecutionException | KafkaException e) {
            log.atWarn().addKeyValue("error.message", e.getMessage()).log("The groups can't be looked at now");
        }
    }

    /** Who is not there any more is forgotten. */
    private void remember(List<Groups.Group> now) {
        var remembered = new HashMap<String, Map<TopicPartition, List<Position>>>();
        var judged = new ArrayList<JudgedGroup>();
        for (var group : now) {
            var before = histories.getOrDefault(group.name(), Map.of());
            var history = new HashMap<TopicPartition, List<Position>>();
            group.positions()
                    .forEach((partition, position) ->
                            history.put(partition, followedBy(before.getOrDefault(partition, List.of()), position)));
            remembered.put(group.name(), history);
            judged.add(JudgedGroup.of(group, history, judge));
        }
        histories = remembered;
        latest =
                judged.stream().sorted(Comparator.comparing(JudgedGroup::group)).toList();
        measure();
    }

    private List<Position> followedBy(List<Position> history, Position position) {
        var longer = new ArrayList<>(history);
        longer.add(position);
        return List.copyOf(longer.subList(Math.max(0, longer.size() - polls), longer.size()));
    }

    private void measure() {
        var lags = new ArrayList<MultiGauge.Row<?>>();
        var states = new ArrayList<MultiGauge.Row<?>>();
        for (var group : latest) {
            for (var partition : group.partitions()) {
                var tags = Tags.of(
                        "group", group.group(),
                        "topic", partition.topic(),
                        "partition", String.valueOf(partition.partition()));
                lags.add(MultiGauge.Row.of(tags, partition.lag()));
                states.add(MultiGauge.Row.of(tags, partition.state().severity()));
            }
        }
        lag.register(lags, true);
        state.register(states, true);
    }
}
