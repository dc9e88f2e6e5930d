package dev.millrace.broker.groups;

import dev.millrace.alerts.Severity;
import dev.millrace.broker.alerts.Concern;
import java.util.List;
import java.util.stream.Stream;

/** What of groups needs a person. */
final class GroupConcerns {

    private GroupConcerns() {}

    /** One for each partition that a group does not keep up with. */
    static List<Concern> of(List<JudgedGroup> groups) {
        return groups.stream()
                .flatMap(group -> group.partitions().stream().flatMap(partition -> of(group.group(), partition)))
                .toList();
    }

    private static Stream<Concern> of(String group, JudgedGroup.Partition partition) {
        var loss = partition.cause() == Cause.LOSS_BY_RETENTION;
        return switch (partition.state()) {
            case OK -> Stream.empty();
            case WARN ->
                loss
                        ? concern("group-loses-records", Severity.CRITICAL, group, partition)
                        : concern("group-falls-behind", Severity.WARNING, group, partition);
            case REWIND -> concern("group-went-back", Severity.INFO, group, partition);
            case STALL, STOP -> concern("group-stands-still", Severity.CRITICAL, group, partition);
        };
    }

    private static Stream<Concern> concern(
            String rule, Severity severity, String group, JudgedGroup.Partition partition) {
        var subject = "%s %s-%d".formatted(group, partition.topic(), partition.partition());
        return Stream.of(new Concern(rule, subject, severity, partition.reason() + " " + partition.action()));
    }
}
