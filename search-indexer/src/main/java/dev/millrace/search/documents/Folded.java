package dev.millrace.search.documents;

import org.jspecify.annotations.Nullable;

/** What an event makes of the document of its order. */
public sealed interface Folded {

    /** The event was the next one. */
    record Changed(OrderDocument document) implements Folded {}

    /** The document holds the event already: it was delivered again. */
    record Known() implements Folded {}

    /** No history of an order has this event at this place, so the document stays as it is. */
    record Impossible(String reason) implements Folded {}

    static Folded fold(@Nullable OrderDocument before, OrderEvent event) {
        var held = before == null ? 0 : before.version();
        if (event.version() <= held) {
            return new Known();
        }
        if (event.version() > held + 1) {
            return new Impossible("Version %d comes after version %d: events between them are missing"
                    .formatted(event.version(), held));
        }
        return switch (event) {
            case OrderEvent.Placed placed when before == null -> new Changed(placed.document());
            case OrderEvent.Moved moved when before != null -> new Changed(before.after(moved));
            case OrderEvent.Placed _ -> new Impossible("The order was placed before, at version 1");
            case OrderEvent.Moved _ -> new Impossible("The first event of an order has to place it");
        };
    }
}
