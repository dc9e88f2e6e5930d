package dev.millrace.broker.groups;

import static java.util.stream.Collectors.toMap;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
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
    private final GroupJudge judge;
    private final int polls;
    private final GroupMetrics metrics;
    private Map<String, GroupHistory> histories = Map.of();
    private volatile List<JudgedGroup> latest = List.of();

    GroupWatch(Groups groups, GroupsSettings settings, GroupMetrics metrics) {
        this.groups = groups;
        this.judge = GroupJudge.by(settings);
        this.polls = settings.polls();
        this.metrics = metrics;
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
    private void remember(List<Group> now) {
        histories = now.stream().collect(toMap(Group::name, this::history));
        latest = histories.values().stream()
                .map(history -> JudgedGroup.of(history, judge))
                .sorted(Comparator.comparing(JudgedGroup::group))
                .toList();
        metrics.measure(latest);
    }

    private GroupHistory history(Group now) {
        var before = histories.get(now.name());
        return before == null ? new GroupHistory(List.of(now)) : before.followedBy(now, polls);
    }
}
