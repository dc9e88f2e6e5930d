package dev.millrace.orderservice.verifying;

import dev.millrace.orderservice.domain.Order;
import dev.millrace.orderservice.verifying.Replayed.Broken;
import dev.millrace.orderservice.verifying.Replayed.Sound;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * One pass over the events of a partition. It holds the orders from an id on, in the order of the ids, as many as there is
 * room for; when the room is used up it lets go of the last ones, and a further pass begins with those.
 */
final class Replay {

    /** No other id comes before it; what stands under no id is counted as its. */
    static final String FIRST_ID = new UUID(0, 0).toString();

    /** What an order costs beside its lines, in lines. */
    private static final int BASE = 4;

    private final String from;
    private final int room;
    private final NavigableMap<String, Replayed> orders = new TreeMap<>();
    private int used;
    private long position;
    private @Nullable String end;

    /** @param room how many lines of orders fit into the memory for it */
    Replay(String from, int room) {
        this.from = from;
        this.room = room;
    }

    void read(ConsumerRecord<String, ?> event) {
        var id = idOf(event);
        if (covers(id)) {
            put(id, Following.follow(orders.getOrDefault(id, Replayed.UNPLACED), event), event);
            makeRoom();
        }
    }

    String from() {
        return from;
    }

    /** The first id that is left to the next pass; empty if none is. */
    Optional<String> end() {
        return Optional.ofNullable(end);
    }

    boolean covers(String id) {
        return id.compareTo(from) >= 0 && (end == null || id.compareTo(end) < 0);
    }

    boolean knows(String id) {
        return orders.containsKey(id);
    }

    int size() {
        return orders.size();
    }

    /** The orders to compare. */
    Stream<Map.Entry<String, Sound>> sound() {
        return orders.entrySet().stream()
                .flatMap(order -> order.getValue() instanceof Sound sound
                        ? Stream.of(Map.entry(order.getKey(), sound))
                        : Stream.empty());
    }

    /** The orders whose events could not be followed. */
    Stream<Difference> broken() {
        return orders.entrySet().stream()
                .flatMap(order -> order.getValue() instanceof Broken broken
                        ? Stream.of(broken.difference(order.getKey()))
                        : Stream.empty());
    }

    /** Behind the last event that could be followed: whoever has followed it too has come as far as the replay. */
    long position() {
        return position;
    }

    private void put(String id, Replayed after, ConsumerRecord<?, ?> event) {
        used += weight(after) - weight(orders.put(id, after));
        if (after instanceof Sound) {
            position = event.offset() + 1;
        }
    }

    private void makeRoom() {
        while (used > room && orders.size() > 1) {
            var last = orders.pollLastEntry();
            used -= weight(last.getValue());
            end = last.getKey();
        }
    }

    private static int weight(@Nullable Replayed order) {
        return switch (order) {
            case Sound(Order.Placed placed, var _) ->
                BASE + placed.sale().lines().size();
            case Sound _, Broken _ -> BASE;
            case null -> 0;
        };
    }

    private static String idOf(ConsumerRecord<String, ?> event) {
        try {
            var id = UUID.fromString(String.valueOf(event.key())).toString();
            return id.equals(event.key()) ? id : FIRST_ID;
        } catch (IllegalArgumentException _) {
            return FIRST_ID;
        }
    }
}
