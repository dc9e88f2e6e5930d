package dev.millrace.orderservice.domain;

import static dev.millrace.orderservice.domain.Decision.accept;
import static dev.millrace.orderservice.domain.Decision.refuse;
import static dev.millrace.orderservice.domain.Refusal.NO_LINES;
import static dev.millrace.orderservice.domain.Refusal.RETURNS_MORE_THAN_SHIPPED;

import dev.millrace.orderservice.domain.Order.Dispatched;
import dev.millrace.orderservice.domain.OrderCommand.ReturnLines;
import dev.millrace.orderservice.domain.OrderEvent.LinesReturned;

/** What was shipped may come back, and its price goes back with it. */
final class Returning {

    private Returning() {}

    static Decision decide(ReturnLines returning, Sale sale) {
        if (returning.lines().isEmpty()) {
            return refuse(NO_LINES);
        }
        return Pieces.objection(returning.lines(), sale.out(), RETURNS_MORE_THAN_SHIPPED)
                .orElseGet(() -> accept(takenBack(returning, sale)));
    }

    static Order evolve(Sale sale, LinesReturned returned) {
        return new Dispatched(sale.takingBack(returned.lines()), OrderStatus.after(returned));
    }

    private static OrderEvent takenBack(ReturnLines returning, Sale sale) {
        var pieces = Pieces.merged(returning.lines());
        var after = sale.takingBack(pieces);
        var refund = after.refunded().minus(sale.refunded());
        return new LinesReturned(pieces, refund, after.isReturnedCompletely(), returning.at());
    }
}
