package dev.millrace.broker.topics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One way in which the cluster is not what the catalogue says. */
sealed interface Difference {

    String topic();

    record Missing(Topic declared) implements Difference {
        @Override
        public String topic() {
            return declared.name();
        }
    }

    record OtherConfig(String topic, Map<String, String> declared, Map<String, String> actual) implements Difference {}

    /** Never changed by us: records of one key would end up in two partitions. */
    record OtherPartitionCount(String topic, int declared, int actual) implements Difference {}

    static List<Difference> between(Catalogue catalogue, Map<String, Topic> actual) {
        return catalogue.topics().stream()
                .flatMap(declared -> Optional.ofNullable(actual.get(declared.name()))
                        .map(found -> between(declared, found))
                        .orElseGet(() -> Stream.of(new Missing(declared))))
                .toList();
    }

    private static Stream<Difference> between(Topic declared, Topic actual) {
        var differences = new ArrayList<Difference>();
        if (declared.partitions() != actual.partitions()) {
            differences.add(new OtherPartitionCount(declared.name(), declared.partitions(), actual.partitions()));
        }
        var config = declared.config().entrySet().stream()
                .filter(entry -> !entry.getValue().equals(actual.config().get(entry.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (!config.isEmpty()) {
            var found = config.keySet().stream()
                    .collect(Collectors.toMap(
                            setting -> setting, setting -> actual.config().getOrDefault(setting, "")));
            differences.add(new OtherConfig(declared.name(), config, found));
        }
        return differences.stream();
    }
}
