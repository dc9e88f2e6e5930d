package dev.millrace.orderservice.readmodel;

import dev.millrace.orderservice.domain.OrderStatus;
import dev.millrace.starter.http.Cursor;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.Specification;

/** Which orders are asked for, and after which of them the page begins; the newest come first. */
record OrderListQuery(
        @Nullable UUID customer,
        @Nullable OrderStatus status,
        @Nullable String cursor) {

    static Cursor after(ListedOrder order) {
        return Cursor.at(order.placedAt(), order.id());
    }

    Specification<ListedOrder> specification() {
        return Specification.allOf(ofCustomer(), inStatus(), afterCursor());
    }

    private Specification<ListedOrder> ofCustomer() {
        return customer == null
                ? Specification.unrestricted()
                : (order, _, criteria) -> criteria.equal(order.get("customerId"), customer);
    }

    private Specification<ListedOrder> inStatus() {
        return status == null
                ? Specification.unrestricted()
                : (order, _, criteria) -> criteria.equal(order.get("status"), status);
    }

    private Specification<ListedOrder> afterCursor() {
        return cursor == null ? Specification.unrestricted() : after(Cursor.parse(cursor, 2));
    }

    /** Written so that the index on time serves it: the first condition bounds the range, the second its edge. */
    private static Specification<ListedOrder> after(Cursor cursor) {
        var placedAt = placedAt(cursor);
        var id = id(cursor);
        return (order, _, criteria) -> criteria.and(
                criteria.lessThanOrEqualTo(order.get("placedAt"), placedAt),
                criteria.or(
                        criteria.lessThan(order.get("placedAt"), placedAt), criteria.lessThan(order.get("id"), id)));
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
