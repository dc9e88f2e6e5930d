package dev.millrace.orderservice.readmodel;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Follows the events with each version that is, was or is about to be read. Their rows and checkpoints commit together:
 * whatever happens in between, none is ahead of the other.
 */
@Component
class OrderList {

    private final ReadModels models;
    private final Rebuilds rebuilds;
    private final OrderListFeed feed;

    OrderList(ReadModels models, Rebuilds rebuilds, OrderListFeed feed) {
        this.models = models;
        this.rebuilds = rebuilds;
        this.feed = feed;
    }

    /** Where to go on in a partition, so that no version misses anything. */
    @Transactional
    long position(int partition) {
        var model = models.share();
        return Stream.concat(Stream.of(model.active()), others(model))
                .mapToLong(version -> feed.checkpoints(version).getOrDefault(partition, 0L))
                .min()
                .orElseThrow();
    }

    /**
     * Stops at the first record that the active version can't follow, and answers it: it will be put aside. The other
     * versions pass over what they alone can't follow.
     */
    @Transactional
    Optional<Obstacle> follow(List<ConsumerRecord<String, SpecificRecord>> records) {
        var model = models.share();
        var fold = feed.fold(model.active(), records);
        if (!fold.obstacles().isEmpty()) {
            var obstacle = fold.obstacles().getFirst();
            return follow(records.subList(0, records.indexOf(obstacle.record())))
                    .or(() -> Optional.of(obstacle));
        }
        feed.write(model.active(), fold);
        others(model).forEach(version -> feed.write(version, feed.fold(version, records)));
        return Optional.empty();
    }

    private Stream<Integer> others(ReadModel model) {
        return Stream.concat(Stream.ofNullable(model.previous()), rebuilds.verifying().stream());
    }
}
