package dev.millrace.local.demo.shop;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One command to order-service. Its id follows from the data, so that a second run repeats it instead of doubling it. */
public sealed interface Step {

    UUID orderId();

    UUID commandId();

    /** Places an order. */
    record Place(
            UUID orderId,
            UUID commandId,
            Optional<UUID> customerId,
            @Nullable String country,
            List<Line> lines) implements Step {}

    /** Pays all of an order. */
    record Pay(UUID orderId, UUID commandId, BigDecimal amount) implements Step {}

    /** Ships all of an order. */
    record Ship(UUID orderId, UUID commandId) implements Step {}

    /** Brings pieces back. */
    record Return(UUID orderId, UUID commandId, List<Pieces> pieces) implements Step {}

    /** Cancels an order that is not shipped. */
    record Cancel(UUID orderId, UUID commandId, String note) implements Step {}

    /** A position of an order. */
    record Line(String sku, @Nullable String description, int quantity, BigDecimal unitPrice) {}

    /** So many pieces of a product. */
    record Pieces(String sku, int quantity) {}
}
