package dev.millrace.orderservice.ordering;

import dev.millrace.orders.OrderLine;
import dev.millrace.orders.commands.PlaceOrder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an order is to be. */
record PlaceOrderBody(
        @Nullable UUID customerId,
        @Nullable @Size(min = 1, max = 100) String country,
        @NotNull @Size(max = 5000) List<@NotNull @Valid Line> lines) {

    record Line(
            @NotBlank @Size(max = 64) String sku,
            @Nullable @Size(max = 500) String description,
            @NotNull Integer quantity,
            @NotNull @Valid MoneyBody unitPrice) {

        private OrderLine toAvro() {
            return new OrderLine(sku, description, quantity, unitPrice.toAvro());
        }
    }

    PlaceOrder toCommand(Envelope envelope) {
        return new PlaceOrder(
                envelope.orderId(),
                envelope.commandId(),
                envelope.at(),
                envelope.expectedVersion(),
                customerId,
                country,
                lines.stream().map(Line::toAvro).toList());
    }
}
