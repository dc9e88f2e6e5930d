package dev.millrace.orderservice.ordering;

import dev.millrace.orders.commands.PayOrder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** A payment that came in. */
record PayOrderBody(@NotNull @Valid MoneyBody amount) {

    PayOrder toCommand(Envelope envelope) {
        return new PayOrder(
                envelope.orderId(), envelope.commandId(), envelope.at(), envelope.expectedVersion(), amount.toAvro());
    }
}
