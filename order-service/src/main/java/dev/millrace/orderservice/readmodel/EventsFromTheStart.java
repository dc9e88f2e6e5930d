package dev.millrace.orderservice.readmodel;

import static java.util.stream.Collectors.toMap;

import dev.millrace.contracts.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.support.serializer.DeserializationException;

/** All partitions of the events, read without a group from where a version's checkpoints stand. */
final class EventsFromTheStart implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_RECORDS = 5000;

    /** Few enough ahead of the reader for a service with a small heap. */
    private static final int MOST_BYTES = 4 << 20;

    private final Consumer<String, Object> events;
    private final Map<Integer, TopicPartition> partitions;

    EventsFromTheStart(ConsumerFactory<?, ?> consumers, Map<Integer, Long> checkpoints) {
        events = new DefaultKafkaConsumerFactory<String, Object>(settings(consumers)).createConsumer();
        partitions = events.partitionsFor(Topics.ORDER_EVENTS).stream()
                .collect(toMap(
                        found -> found.partition(), found -> new TopicPartition(found.topic(), found.partition())));
        events.assign(partitions.values());
        events.seekToBeginning(partitions.values());
        checkpoints.forEach((partition, offset) -> events.seek(partitions.get(partition), offset));
    }

    private static Map<String, Object> settings(ConsumerFactory<?, ?> consumers) {
        var settings = new HashMap<>(consumers.getConfigurationProperties());
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "read-model-rebuild");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_RECORDS);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, MOST_BYTES);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        return settings;
    }

    /** What there is next; nothing at the end. */
    Stretch next() {
        var records = new ArrayList<ConsumerRecord<String, SpecificRecord>>();
        var unreadable = 0;
        for (var record : events.poll(POLL)) {
            if (record.value() instanceof DeserializationException) {
                unreadable++;
            } else {
                records.add(readable(record));
            }
        }
        return new Stretch(records, unreadable, sum(positions()), sum(ends()));
    }

    /** How many offsets are missing to these. */
    long behind(Map<Integer, Long> offsets) {
        return offsets.entrySet().stream()
                .mapToLong(offset -> offset.getValue() - events.position(partitions.get(offset.getKey())))
                .filter(missing -> missing > 0)
                .sum();
    }

    @Override
    public void close() {
        events.close();
    }

    @SuppressWarnings("unchecked")
    private static ConsumerRecord<String, SpecificRecord> readable(ConsumerRecord<String, ?> record) {
        return (ConsumerRecord<String, SpecificRecord>) record;
    }

    private List<Long> positions() {
        return partitions.values().stream().map(events::position).toList();
    }

    private List<Long> ends() {
        return List.copyOf(events.endOffsets(partitions.values()).values());
    }

    private static long sum(List<Long> offsets) {
        return offsets.stream().mapToLong(Long::longValue).sum();
    }
}
