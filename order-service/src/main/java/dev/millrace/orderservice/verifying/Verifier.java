package dev.millrace.orderservice.verifying;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.millrace.orderservice.deciding.CurrentOrders;
import dev.millrace.orderservice.deciding.LocalOrders;
import dev.millrace.orderservice.deciding.PastEvent;
import dev.millrace.orderservice.verifying.Replayed.Sound;
import dev.millrace.orderservice.wire.RecordedEvent;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Gatherers;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/** Replays each partition in as many passes as its orders need, and compares each pass with the places that follow the events. */
@Component
final class Verifier {

    /** So that it fits into the heap beside the service. */
    private static final int BYTES_A_PASS = 24 << 20;

    private static final int ORDERS_A_QUERY = 1000;

    private final ConsumerFactory<?, ?> consumers;
    private final CurrentOrders current;
    private final LocalOrders local;
    private final List<Place> places;

    Verifier(ConsumerFactory<?, ?> consumers, CurrentOrders current, LocalOrders local, List<Place> places) {
        this.consumers = consumers;
        this.current = current;
        this.local = local;
        this.places = places;
    }

    void verify(Verification run) {
        var partitions = local.partitions();
        try (var events = new PartitionEvents(consumers, run)) {
            partitions.forEach(partition -> run.expect(events.size(partition)));
            for (var partition : partitions) {
                verify(partition, events, run);
                run.covered(partition);
            }
        }
    }

    private void verify(int partition, PartitionEvents events, Verification run) {
        var from = Optional.of(Replay.FIRST_ID);
        while (from.isPresent()) {
            var replay = new Replay(from.get(), BYTES_A_PASS);
            fold(partition, events, replay, run);
            replay.broken().forEach(run::differs);
            places.forEach(place -> compare(place, partition, replay, run));
            reportStrangers(partition, replay, events, run);
            run.compared(replay.size());
            from = replay.end();
            from.ifPresent(_ -> run.expect(events.size(partition)));
        }
    }

    private static void fold(int partition, PartitionEvents events, Replay replay, Verification run) {
        var began = System.nanoTime();
        events.readAll(partition, replay::read);
        run.folded(Duration.ofNanos(System.nanoTime() - began));
    }

    private void compare(Place place, int partition, Replay replay, Verification run) {
        place.await(partition, replay, run.pace());
        replay.sound().gather(Gatherers.windowFixed(ORDERS_A_QUERY)).forEach(some -> compare(place, some, run));
    }

    private void compare(Place place, List<Map.Entry<String, Sound>> replayed, Verification run) {
        var found = place.find(replayed.stream().map(Map.Entry::getKey).toList()).stream()
                .collect(toMap(Found::orderId, order -> order));
        replayed.forEach(order -> Optional.ofNullable(found.get(order.getKey()))
                .map(it -> it.differenceTo(order.getValue(), () -> history(it)))
                .orElseGet(() -> Optional.of(order.getValue().missing(order.getKey(), place.where())))
                .ifPresent(run::differs));
    }

    private List<RecordedEvent> history(Found found) {
        return current.history(UUID.fromString(found.orderId())).stream()
                .map(PastEvent::recorded)
                .toList();
    }

    /** What a place has beyond the replay is wrong, unless its events came while it was looked at. */
    private void reportStrangers(int partition, Replay replay, PartitionEvents events, Verification run) {
        Map<String, List<Found>> strangers = new HashMap<>(places.stream()
                .flatMap(place -> place.strangers(partition, replay).stream())
                .collect(groupingBy(Found::orderId)));
        if (!strangers.isEmpty()) {
            events.readOn(partition, records -> records.forEach(event -> strangers.remove(event.key())));
        }
        strangers.values().stream().flatMap(List::stream).map(Found::unexpected).forEach(run::differs);
    }
}
