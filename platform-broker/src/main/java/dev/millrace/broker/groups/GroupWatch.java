package dev.millrace.broker.groups;

import static java.util.stream.Collectors.toMap;

import dev.millrace.broker.ConditionalOnControl;
import dev.millrace.broker.alerts.AlertTopic;
import dev.millrace.broker.declared.AdminFailure;
import dev.millrace.broker.declared.ControlRole;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Where the control role is: looks at every group from time to time, remembers what it saw for a while, and judges by that. */
@Component
@ConditionalOnControl
final class GroupWatch {

    private static final Logger log = LoggerFactory.getLogger(GroupWatch.class);

    private final ControlRole role;
    private final Groups groups;
    private final GroupJudge judge;
    private final int polls;
    private final GroupMetrics metrics;
    private final ObjectProvider<AlertTopic> alerts;
    private Map<String, GroupHistory> histories = Map.of();
    private int looks;
    private volatile List<JudgedGroup> latest = List.of();

    GroupWatch(
            ControlRole role,
            Groups groups,
            GroupsSettings settings,
            GroupMetrics metrics,
            ObjectProvider<AlertTopic> alerts) {
        this.role = role;
        this.groups = groups;
        this.judge = GroupJudge.by(settings);
        this.polls = settings.polls();
        this.metrics = metrics;
        this.alerts = alerts;
    }

    /** As of the last look, by name; none while another broker has the control role. */
    List<JudgedGroup> groups() {
        return latest;
    }

    /** One look that fails changes nothing: what was seen before stands until the next one. */
    void look() {
        try {
            if (role.isOurs()) {
                remember(groups.now());
                alert();
            } else {
                forget();
            }
        } catch (InterruptedException | InterruptException _) { // the application stops
            Thread.currentThread().interrupt();
        } catch (WakeupException _) { // so it does here
            log.debug("A look at the groups was cut short");
        } catch (ExecutionException | KafkaException | AdminFailure e) {
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

    /** Not before there was time to see what would have fired in the eyes of whoever had the role before. */
    private void alert() {
        looks++;
        if (looks >= polls) {
            alerts.ifAvailable(topic -> topic.report(GroupConcerns.of(latest)));
        }
    }

    /** Who has the control role sees more. */
    private void forget() {
        looks = 0;
        alerts.ifAvailable(AlertTopic::handOver);
        remember(List.of());
    }

    private GroupHistory history(Group now) {
        var before = histories.get(now.name());
        return before == null ? new GroupHistory(List.of(now)) : before.followedBy(now, polls);
    }
}
