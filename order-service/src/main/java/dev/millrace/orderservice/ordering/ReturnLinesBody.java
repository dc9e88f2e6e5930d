package dev.millrace.orderservice.ordering;

import dev.millrace.orders.commands.ReturnLines;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** What came back. */
record ReturnLinesBody(@NotNull @Size(max = 5000) List<@NotNull @Valid PieceBody> lines) {

    ReturnLines toCommand(Envelope envelope) {
        return new ReturnLines(
                envelope.orderId(),
                envelope.commandId(),
                envelope.at(),
                envelope.expectedVersion(),
                PieceBody.toAvro(lines));
    }
}
