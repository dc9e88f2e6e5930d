package dev.millrace.orderservice.verifying;

import dev.millrace.orderservice.verifying.Replayed.Sound;
import java.util.HashMap;
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

    private final String from;
    private final int room;
    private final NavigableMap<String, Kept> orders = new TreeMap<>();
    private int used;
    private long position;
    private @Nullable String end;

    /** @param room how many bytes of the heap it may hold */
    Replay(String from, int room) {
        this.from = from;
        this.room = room;
    }

    /** An order is unpacked once, however many of these events are its. */
    void read(Iterable<ConsumerRecord<String, Object>> events) {
        var changed = new HashMap<String, Replayed>();
        for (var event : events) {
            var id = changed.containsKey(event.key()) ? event.key() : idOf(event);
            if (covers(id)) {
                follow(changed, id, event);
            }
        }
        changed.forEach(this::keep);
        makeRoom();
    }

    private void follow(Map<String, Replayed> changed, String id, ConsumerRecord<String, Object> event) {
        var before = changed.get(id);
        var after = Following.follow(before == null ? kept(id) : before, event);
        changed.put(id, after);
        if (after instanceof Sound) {
            position = event.offset() + 1;
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
                .flatMap(order -> order.getValue().unpack() instanceof Sound sound
                        ? Stream.of(Map.entry(order.getKey(), sound))
                        : Stream.empty());
    }

    /** The orders whose events could not be followed. */
    Stream<Difference> broken() {
        return orders.entrySet().stream()
                .flatMap(order -> order.getValue() instanceof Kept.Stopped(var broken)
                        ? Stream.of(broken.difference(order.getKey()))
                        : Stream.empty());
    }

    /** Behind the last event that could be followed: whoever has followed it too has come as far as the replay. */
    long position() {
        return position;
    }

    private Replayed kept(String id) {
        var kept = orders.get(id);
        return kept == null ? Replayed.UNPLACED : kept.unpack();
    }

    private void keep(String id, Replayed order) {
        var kept = Kept.of(order);
        var before = orders.put(id, kept);
        used += kept.bytes() - (before == null ? 0 : before.bytes());
    }

    private void makeRoom() {
        while (used > room && orders.size() > 1) {
            var last = orders.pollLastEntry();
            used -= last.getValue().bytes();
            end = last.getKey();
        }
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
