package dev.millrace.orderservice.readmodel;

import static java.time.ZoneOffset.UTC;

import dev.millrace.orderservice.domain.OrderStatus;
import dev.millrace.starter.http.Cursor;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which orders are asked for, and after which of them the page begins; the newest come first.
 *
 * @param from placed at this moment or later
 * @param to placed before this moment
 */
record OrderListQuery(
        @Nullable UUID customer,
        @Nullable OrderStatus status,
        @Nullable String sku,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String cursor) {

    private static final Map<String, String> CONDITIONS = Map.of(
            "customer", "customer_id = :customer",
            "status", "status = :status",
            "sku", "skus @> array[cast(:sku as text)]",
            "from", "placed_at >= :from",
            "to", "placed_at < :to",
            "id", "(placed_at, id) < (:placedAt, :id)");

    static Cursor after(ListedOrder order) {
        return Cursor.at(order.placedAt(), order.id());
    }

    String sql() {
        var given = params().keySet();
        var where = CONDITIONS.entrySet().stream()
                .filter(condition -> given.contains(condition.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .collect(Collectors.joining(" and "));
        return "select * from orders " + (where.isEmpty() ? "" : "where " + where)
                + " order by placed_at desc, id desc limit :rows";
    }

    Map<String, Object> params() {
        var params = new HashMap<String, Object>();
        put(params, "customer", customer);
        put(params, "status", status == null ? null : status.name());
        put(params, "sku", sku);
        put(params, "from", from == null ? null : from.atOffset(UTC));
        put(params, "to", to == null ? null : to.atOffset(UTC));
        if (cursor != null) {
            var after = Cursor.parse(cursor, 2);
            put(params, "placedAt", placedAt(after).atOffset(UTC));
            put(params, "id", id(after));
        }
        return params;
    }

    private static void put(Map<String, Object> params, String name, @Nullable Object value) {
        if (value != null) {
            params.put(name, value);
        }
    }

    private static Instant placedAt(Cursor cursor) {
        try {
            return Instant.parse(cursor.position().getFirst());
        } catch (DateTimeException _) {
            throw Cursor.malformed();
        }
    }

    private static UUID id(Cursor cursor) {
        try {
            return UUID.fromString(cursor.position().getLast());
        } catch (IllegalArgumentException _) {
            throw Cursor.malformed();
        }
    }
}
