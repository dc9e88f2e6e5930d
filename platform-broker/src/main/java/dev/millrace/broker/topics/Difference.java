package dev.millrace.broker.topics;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One way in which a topic is not as it is declared. */
sealed interface Difference {

    String topic();

    static List<Difference> between(Topic declared, @Nullable ActualTopic actual) {
        if (actual == null) {
            return List.of(new Missing(declared));
        }
        var found = new ArrayList<Difference>();
        if (declared.partitions() != actual.partitions()) {
            found.add(new OtherPartitionCount(declared.name(), declared.partitions(), actual.partitions()));
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

    record Missing(Topic declared) implements Difference {
        @Override
        public String topic() {
            return declared.name();
        }

        @Override
        public String toString() {
            return "%s is missing".formatted(topic());
        }
    }

    record OtherConfig(String topic, String setting, String declared, String actual) implements Difference {
        @Override
        public String toString() {
            return "%s has %s=%s, declared is %s".formatted(topic, setting, actual, declared);
        }
    }

    /** Nothing here ever changes a partition count: the records of one key would end up in two partitions. */
    record OtherPartitionCount(String topic, int declared, int actual) implements Difference {
        @Override
        public String toString() {
            return "%s has %d partitions, declared are %d".formatted(topic, actual, declared);
        }
    }

    record Unserved(String topic, List<Integer> partitions) implements Difference {
        @Override
        public String toString() {
            return "%s has no leader for partitions %s".formatted(topic, partitions);
        }
    }
}
