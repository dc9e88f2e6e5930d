package dev.millrace.orderservice.verifying;

import static org.apache.kafka.clients.consumer.ConsumerConfig.CLIENT_ID_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.GROUP_ID_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.MAX_POLL_RECORDS_CONFIG;

import dev.millrace.contracts.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;

/** The committed events, read without a group, a partition at a time and as often as needed, at the pace of a verification. */
final class PartitionEvents implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_RECORDS = 2000;

    /** A fetch behind the end of a partition is not over sooner, and the broker answers no question about the next one before that. */
    private static final int FETCH_WAIT_MILLIS = 10;

    private final Verification run;
    private final org.apache.kafka.clients.consumer.Consumer<String, Object> events;

    PartitionEvents(ConsumerFactory<?, ?> consumers, Verification run) {
        this.run = run;
        this.events = new DefaultKafkaConsumerFactory<String, Object>(settings(consumers)).createConsumer();
    }

    private static Map<String, Object> settings(ConsumerFactory<?, ?> consumers) {
        var settings = new HashMap<>(consumers.getConfigurationProperties());
        settings.remove(GROUP_ID_CONFIG);
        settings.put(CLIENT_ID_CONFIG, "verification");
        settings.put(MAX_POLL_RECORDS_CONFIG, MOST_RECORDS);
        settings.put(FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MILLIS);
        settings.put(DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        return settings;
    }

    /** From the first to the last that is committed by now. */
    void readAll(int partition, Consumer<Iterable<ConsumerRecord<String, Object>>> reader) {
        var read = partition(partition);
        events.assign(List.of(read));
        events.seekToBeginning(List.of(read));
        readOn(partition, reader);
    }

    /** From where reading that partition ended to the last that is committed by now. */
    void readOn(int partition, Consumer<Iterable<ConsumerRecord<String, Object>>> reader) {
        var read = partition(partition);
        var end = end(read);
        for (var position = events.position(read); position < end; position = events.position(read)) {
            var records = events.poll(POLL);
            run.pace().letPass(records.count());
            reader.accept(records);
            run.advance(events.position(read) - position);
        }
    }

    /** In offsets, those included that carry no event. */
    long size(int partition) {
        var asked = partition(partition);
        return end(asked)
                - events.beginningOffsets(Set.of(asked)).values().iterator().next();
    }

    @Override
    public void close() {
        events.close();
    }

    private long end(TopicPartition partition) {
        return events.endOffsets(Set.of(partition)).values().iterator().next();
    }

    private static TopicPartition partition(int partition) {
        return new TopicPartition(Topics.ORDER_EVENTS, partition);
    }
}
