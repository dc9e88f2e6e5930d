package dev.millrace.orderservice.readmodel;

import dev.millrace.contracts.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.ConsumerSeekAware;
import org.springframework.stereotype.Component;

/**
 * Brings the events to the list. The checkpoint in the database decides where to go on, not the offset of the group: each
 * assigned partition is begun at its start, and with its first records the checkpoint is looked up and sought. So the
 * database is asked only where an outage of it is waited out.
 */
@Component
final class OrderListListener implements ConsumerSeekAware {

    private final OrderList list;
    private final Map<TopicPartition, Long> positions = new HashMap<>();

    OrderListListener(OrderList list) {
        this.list = list;
    }

    @Override
    public void onPartitionsAssigned(Map<TopicPartition, Long> assigned, ConsumerSeekCallback seeks) {
        positions.keySet().removeAll(assigned.keySet());
        seeks.seekToBeginning(assigned.keySet());
    }

    @KafkaListener(
            id = "order-list",
            topics = Topics.ORDER_EVENTS,
            groupId = "${spring.application.name}-read-model",
            batch = "true")
    void on(List<ConsumerRecord<String, SpecificRecord>> records, Consumer<?, ?> consumer) {
        var unseen = records.stream()
                .filter(record -> record.offset() >= position(record, consumer))
                .toList();
        list.follow(unseen).ifPresent(obstacle -> {
            throw new BatchListenerFailedException(
                    "The list of orders can't follow a record", obstacle.reason(), obstacle.record());
        });
    }

    private long position(ConsumerRecord<?, ?> record, Consumer<?, ?> consumer) {
        var partition = new TopicPartition(record.topic(), record.partition());
        return positions.computeIfAbsent(partition, _ -> {
            var position = list.position(record.partition());
            if (position > record.offset()) {
                consumer.seek(partition, position);
            }
            return position;
        });
    }
}
