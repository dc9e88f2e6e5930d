package dev.millrace.orderservice.domain;

import static dev.millrace.orderservice.domain.Decision.accept;
import static dev.millrace.orderservice.domain.Decision.refuse;
import static dev.millrace.orderservice.domain.Refusal.ALREADY_SHIPPED;
import static dev.millrace.orderservice.domain.Refusal.SHIPS_MORE_THAN_LEFT;

import dev.millrace.orderservice.domain.Order.Dispatched;
import dev.millrace.orderservice.domain.OrderCommand.ShipOrder;
import dev.millrace.orderservice.domain.OrderEvent.OrderShipped;

/** A paid order may leave in parts. */
final class Shipping {

    private Shipping() {}

    static Decision decide(ShipOrder ship, Sale sale) {
        if (sale.isShippedCompletely()) {
            return refuse(ALREADY_SHIPPED);
        }
        return Pieces.objection(ship.lines(), sale.left(), SHIPS_MORE_THAN_LEFT)
                .orElseGet(() -> accept(shipment(ship, sale)));
    }

    private static OrderEvent shipment(ShipOrder ship, Sale sale) {
        var pieces = ship.lines().isEmpty() ? Pieces.all(sale.left()) : Pieces.merged(ship.lines());
        return new OrderShipped(pieces, sale.shipping(pieces).isShippedCompletely(), ship.at());
    }

    static Order evolve(Sale sale, OrderShipped shipped) {
        return new Dispatched(sale.shipping(shipped.lines()), OrderStatus.after(shipped));
    }
}
