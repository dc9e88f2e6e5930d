package dev.millrace.broker.skew;

import static dev.millrace.broker.declared.Answers.await;
import static java.util.Objects.requireNonNull;

import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.jspecify.annotations.Nullable;

/** Looks at how evenly the records of a topic are spread. */
final class TopicLook {

    private final Admin admin;
    private final LogSizes sizes;
    private final NewestRecords newest;

    TopicLook(Admin admin, NewestRecords newest) {
        this.admin = admin;
        this.sizes = new LogSizes(admin);
        this.newest = newest;
    }

    /**
     * One topic, now.
     *
     * @param asked the other number of partitions; twice the present one unless given
     * @param records most that are looked at, as many in each partition
     * @throws dev.millrace.broker.declared.AdminFailure when Kafka does not tell, or there is no such topic
     */
    TopicSkew at(String topic, @Nullable Integer asked, int records) {
        var partitions = partitions(topic);
        var samples = newest.of(
                partitions.stream()
                        .map(partition -> new TopicPartition(topic, partition.partition()))
                        .toList(),
                Math.max(1, records / partitions.size()));
        return TopicSkew.of(topic, samples, sizes.of(topic, partitions), asked == null ? 2 * partitions.size() : asked);
    }

    private List<TopicPartitionInfo> partitions(String topic) {
        var answer = admin.describeTopics(List.of(topic)).topicNameValues().get(topic);
        return await("describe topic " + topic, requireNonNull(answer)).partitions();
    }
}
