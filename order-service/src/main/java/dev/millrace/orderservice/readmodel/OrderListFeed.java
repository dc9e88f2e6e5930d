package dev.millrace.orderservice.readmodel;

import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.stereotype.Component;

/** Brings records into a version of the view: one select and one batch of writes, however many records. */
@Component
final class OrderListFeed {

    private final Views views;
    private final ListedOrders orders;
    private final Checkpoints checkpoints;

    OrderListFeed(Views views, ListedOrders orders, Checkpoints checkpoints) {
        this.views = views;
        this.orders = orders;
        this.checkpoints = checkpoints;
    }

    /** Folds, without writing, what the version has not seen of the records. */
    OrderListFold fold(int version, List<ConsumerRecord<String, SpecificRecord>> records) {
        views.use(version);
        var seen = checkpoints.all();
        var unseen = records.stream()
                .filter(record -> record.offset() >= seen.getOrDefault(record.partition(), 0L))
                .toList();
        var fold = new OrderListFold(unseen);
        return fold.onto(orders.find(fold.orders()));
    }

    void write(int version, OrderListFold fold) {
        views.use(version);
        orders.save(fold.changed());
        checkpoints.save(fold.checkpoints());
    }

    /** The next offset of each partition of which the version has seen something. */
    Map<Integer, Long> checkpoints(int version) {
        views.use(version);
        return checkpoints.all();
    }
}
