package dev.millrace.orderservice.lookup;

import dev.millrace.orderservice.deciding.PastEvent;
import dev.millrace.orderservice.domain.OrderEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One event of an order's history as callers see it. */
record EventView(
        long version,
        String type,
        Instant at,
        UUID commandId,
        String correlationId,
        @Nullable String actor,
        OrderEvent data) {

    static EventView of(PastEvent past) {
        var event = past.recorded().event();
        return new EventView(
                past.recorded().version(),
                event.getClass().getSimpleName(),
                event.at(),
                past.commandId(),
                past.correlationId(),
                past.actor(),
                event);
    }
}
