package dev.millrace.orderservice.readmodel;

import dev.millrace.orderservice.wire.RecordedEvent;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Follows the events. Rows and checkpoints commit together: whatever happens in between, none is ahead of the other. */
@Component
class OrderList {

    /** A record at which following stopped, and why; what came before it is part of the view. */
    record Obstacle(ConsumerRecord<String, SpecificRecord> record, RuntimeException reason) {}

    private record Next(ConsumerRecord<String, SpecificRecord> record, RecordedEvent event) {}

    private final EntityManager entities;

    OrderList(EntityManager entities) {
        this.entities = entities;
    }

    /** Where to go on in a partition; empty when the view has seen nothing of it. */
    @Transactional(readOnly = true)
    Optional<Long> checkpoint(int partition) {
        return Optional.ofNullable(entities.find(Checkpoint.class, partition)).map(Checkpoint::nextOffset);
    }

    @Transactional
    Optional<Obstacle> follow(List<ConsumerRecord<String, SpecificRecord>> records) {
        var readable = new ArrayList<Next>();
        var unreadable = read(records, readable);
        var fold =
                new OrderListFold(entities, readable.stream().map(Next::event).toList());
        var checkpoints = new HashMap<Integer, Long>();
        for (var next : readable) {
            try {
                fold.apply(next.event());
            } catch (MissingEventException e) {
                save(checkpoints);
                return Optional.of(new Obstacle(next.record(), e));
            }
            checkpoints.put(next.record().partition(), next.record().offset() + 1);
        }
        save(checkpoints);
        return unreadable;
    }

    private static Optional<Obstacle> read(List<ConsumerRecord<String, SpecificRecord>> records, List<Next> readable) {
        for (var record : records) {
            try {
                readable.add(new Next(record, RecordedEvent.of(record.value())));
            } catch (IllegalArgumentException e) {
                return Optional.of(new Obstacle(record, e));
            }
        }
        return Optional.empty();
    }

    private void save(Map<Integer, Long> checkpoints) {
        checkpoints.forEach((partition, offset) -> entities.merge(new Checkpoint(partition, offset)));
    }
}
