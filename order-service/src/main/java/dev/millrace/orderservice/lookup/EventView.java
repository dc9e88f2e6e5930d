package dev.millrace.orderservice.lookup;

import dev.millrace.orderservice.deciding.PastEvent;
import dev.millrace.orderservice.domain.OrderEvent;
import java.time.Instant;
import java.util.UUID;

/** One event of an order's history as callers see it. */
record EventView(long version, String type, Instant at, UUID commandId, String correlationId, OrderEvent data) {

    static EventView of(PastEvent past) {
        var event = past.recorded().event();
        return new EventView(
                past.recorded().version(),
                event.getClass().getSimpleName(),
                event.at(),
                past.commandId(),
                past.correlationId(),
                event);
    }
}
