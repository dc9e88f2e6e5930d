package dev.millrace.orderservice.ordering;

import dev.millrace.orders.commands.ShipOrder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be shipped; without lines, all that is left. */
record ShipOrderBody(@Nullable @Size(min = 1, max = 5000) List<@NotNull @Valid PieceBody> lines) {

    ShipOrder toCommand(Envelope envelope) {
        return new ShipOrder(
                envelope.orderId(),
                envelope.commandId(),
                envelope.at(),
                envelope.expectedVersion(),
                lines == null ? List.of() : PieceBody.toAvro(lines));
    }
}
