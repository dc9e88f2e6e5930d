package dev.millrace.broker.topics;

import java.util.List;
import java.util.Map;

/**
 * One topic as the cluster has it.
 *
 * @param leaderless partitions that nobody serves now
 */
record ActualTopic(int partitions, int replication, List<Integer> leaderless, Map<String, String> config) {}
