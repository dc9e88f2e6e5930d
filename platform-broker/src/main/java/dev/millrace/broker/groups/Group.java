package dev.millrace.broker.groups;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** A group at one moment: who is in it, and how far it is in each partition for which it has committed an offset. */
record Group(String name, Membership membership, Map<TopicPartition, Position> positions) {}
