package dev.millrace.broker.topics;

import dev.millrace.broker.declared.Difference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One way in which a topic is not as it is declared. */
sealed interface TopicDifference extends Difference {

    String topic();

    static List<TopicDifference> between(Topic declared, @Nullable ActualTopic actual) {
        if (actual == null) {
            return List.of(new Missing(declared));
        }
        var found = new ArrayList<TopicDifference>();
        if (declared.partitions() != actual.partitions()) {
            found.add(new OtherPartitionCount(declared.name(), declared.partitions(), actual.partitions()));
        }
        if (declared.replication() != actual.replication()) {
            found.add(new OtherReplication(declared.name(), declared.replication(), actual.replication()));
        }
        if (!actual.leaderless().isEmpty()) {
            found.add(new Unserved(declared.name(), actual.leaderless()));
        }
        declared.config().forEach((setting, value) -> {
            var other = actual.config().getOrDefault(setting, "nothing");
            if (!other.equals(value)) {
                found.add(new OtherConfig(declared.name(), setting, value, other));
            }
        });
        return found;
    }

    record Missing(Topic declared) implements TopicDifference {
        @Override
        public Kind kind() {
            return Kind.ADD;
        }

        @Override
        public String topic() {
            return declared.name();
        }

        @Override
        public String toString() {
            return "%s is missing".formatted(topic());
        }
    }

    record OtherConfig(String topic, String setting, String declared, String actual) implements TopicDifference {
        @Override
        public Kind kind() {
            return Kind.CHANGE;
        }

        @Override
        public String toString() {
            return "%s has %s=%s, declared is %s".formatted(topic, setting, actual, declared);
        }
    }

    /** Nothing here ever changes a partition count: the records of one key would end up in two partitions. */
    record OtherPartitionCount(String topic, int declared, int actual) implements TopicDifference {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String toString() {
            return "%s has %d partitions, declared are %d".formatted(topic, actual, declared);
        }
    }

    /** Moving whole partitions between nodes is nothing to be done in passing. */
    record OtherReplication(String topic, int declared, int actual) implements TopicDifference {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String toString() {
            return "%s has %d replicas, declared are %d".formatted(topic, actual, declared);
        }
    }

    /** Named by the file as one to delete. */
    record Obsolete(String topic) implements TopicDifference {
        @Override
        public Kind kind() {
            return Kind.DELETE;
        }

        @Override
        public String toString() {
            return "%s is to be deleted".formatted(topic);
        }
    }

    record Unserved(String topic, List<Integer> partitions) implements TopicDifference {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String toString() {
            return "%s has no leader for partitions %s".formatted(topic, partitions);
        }
    }
}
