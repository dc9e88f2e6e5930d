package dev.millrace.search.indexing;

import static dev.millrace.search.documents.Kind.ORDER;

import dev.millrace.contracts.Topics;
import dev.millrace.search.documents.OrderEvent;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Keeps the orders in the index as their events tell; each of them is written once a poll. */
@Component
final class OrderIndexing {

    private final IndexedOrders orders;
    private final IndexWriter index;

    OrderIndexing(IndexedOrders orders, IndexWriter index) {
        this.orders = orders;
        this.index = index;
    }

    /** If the process dies in here, the events come again and are folded over documents that may hold some of them. */
    @KafkaListener(topics = Topics.ORDER_EVENTS, groupId = "${spring.kafka.consumer.group-id}-orders")
    void index(List<ConsumerRecord<String, @Nullable SpecificRecord>> records) throws IOException {
        var ids = records.stream()
                .map(record -> OrderEvent.of(record.value()))
                .filter(Objects::nonNull)
                .map(OrderEvent::orderId)
                .collect(Collectors.toSet());
        var batch = new OrderBatch(orders.find(ids));
        records.forEach(batch::take);
        index.write(ORDER, batch.updates());
        index.skip(ORDER, batch.known());
        batch.impossible().forEach((record, reason) -> index.refuse(ORDER, List.of(record), reason));
    }
}
