package dev.millrace.broker.topics;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One topic as the cluster has it.
 *
 * @param leaderless partitions that nobody serves now
 * @param config every setting, whether it comes from the topic or from Kafka
 * @param own names of those that were set on the topic itself
 */
record ActualTopic(
        int partitions, int replication, List<Integer> leaderless, Map<String, String> config, Set<String> own) {}
