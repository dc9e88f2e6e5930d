package dev.millrace.orderservice.deciding;

import dev.millrace.orderservice.wire.RecordedEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event of an order's history, and where it came from. */
public record PastEvent(
        RecordedEvent recorded,
        UUID commandId,
        String correlationId,
        @Nullable String actor) {}
