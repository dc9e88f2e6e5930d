package dev.millrace.orderservice.verifying;

import static java.util.stream.Collectors.joining;

import dev.millrace.orderservice.deciding.StoredOrder;
import dev.millrace.orderservice.domain.Order;
import dev.millrace.orderservice.readmodel.ListedOrder;
import dev.millrace.orderservice.verifying.Replayed.Broken;
import dev.millrace.orderservice.verifying.Replayed.Sound;
import dev.millrace.orderservice.wire.RecordedEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An order as a place has it: what there is to compare, by name. */
record Found(String orderId, Where where, long version, Map<String, @Nullable Object> values) {

    static Found stored(String orderId, StoredOrder stored) {
        return new Found(orderId, Where.STATE_STORE, stored.version(), values(stored.version(), stored.placed()));
    }

    static Found listed(ListedOrder row) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("version", row.version());
        values.put("status", row.status());
        values.put("customerId", row.customerId());
        values.put("country", row.country());
        values.put("placedAt", row.placedAt());
        values.put("total", row.total());
        values.put("paid", row.paid());
        values.put("refunded", row.refunded());
        values.put("skus", row.skus());
        return new Found(row.id().toString(), Where.READ_MODEL, row.version(), values);
    }

    /** Empty if the place agrees with the replay at the version that the place has. */
    Optional<Difference> differenceTo(Sound replayed, Supplier<List<RecordedEvent>> history) {
        var expected = version > replayed.version() ? replayed.rolledOn(version, history.get()) : replayed;
        return switch (expected) {
            case Sound sound -> differenceTo(values(sound.version(), sound.placed()));
            case Broken(var last, var reason) -> Optional.of(difference("at most version " + last, reason));
        };
    }

    Difference unexpected() {
        return difference("no such order", text(values, List.of("version", "status")));
    }

    private Optional<Difference> differenceTo(Map<String, @Nullable Object> expected) {
        var names = values.keySet().stream()
                .filter(name -> !Objects.equals(expected.get(name), values.get(name)))
                .toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(difference(text(expected, names), text(values, names)));
    }

    private Difference difference(String expected, String found) {
        return new Difference(orderId, where, expected, found);
    }

    private static String text(Map<String, @Nullable Object> values, List<String> names) {
        return names.stream().map(name -> name + "=" + values.get(name)).collect(joining(", "));
    }

    private static Map<String, @Nullable Object> values(long version, Order.Placed order) {
        var sale = order.sale();
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("version", version);
        values.put("status", order.status());
        values.put("customerId", sale.customerId());
        values.put("country", sale.country());
        values.put("placedAt", sale.placedAt());
        values.put("total", sale.total());
        values.put("paid", order.paid());
        values.put("refunded", order.refunded());
        values.put(
                "skus",
                sale.lines().stream().map(sold -> sold.line().sku()).distinct().toList());
        values.put("lines", sale.lines());
        return values;
    }
}
