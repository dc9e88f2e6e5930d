package dev.millrace.orderservice.ordering;

import dev.millrace.orders.commands.CancelOrder;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Why an order ends. */
record CancelOrderBody(@Nullable @Size(max = 500) String note) {

    CancelOrder toCommand(Envelope envelope) {
        return new CancelOrder(
                envelope.orderId(), envelope.commandId(), envelope.at(), envelope.expectedVersion(), note);
    }
}
