package dev.millrace.starter.kafka;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchInterceptor;
import org.springframework.kafka.support.serializer.DeserializationException;

/** Takes poison records out of a batch before its listener sees it; their offsets are committed with the batch's. */
final class PoisonFilter implements BatchInterceptor<Object, Object> {

    private final DeadLetters deadLetters;

    PoisonFilter(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    @Override
    public @Nullable ConsumerRecords<Object, Object> intercept(
            ConsumerRecords<Object, Object> records, Consumer<Object, Object> consumer) {
        var poisoned = false;
        for (var record : records) {
            if (record.value() instanceof DeserializationException failure) {
                deadLetters.accept(record, failure);
                poisoned = true;
            }
        }
        return poisoned ? readable(records) : records;
    }

    private static @Nullable ConsumerRecords<Object, Object> readable(ConsumerRecords<Object, Object> records) {
        Map<TopicPartition, List<ConsumerRecord<Object, Object>>> readable = records.partitions().stream()
                .collect(Collectors.toMap(partition -> partition, partition -> readable(records.records(partition))));
        readable.values().removeIf(List::isEmpty);
        return readable.isEmpty() ? null : new ConsumerRecords<>(readable, records.nextOffsets());
    }

    private static List<ConsumerRecord<Object, Object>> readable(List<ConsumerRecord<Object, Object>> records) {
        return records.stream()
                .filter(record -> !(record.value() instanceof DeserializationException))
                .toList();
    }
}
