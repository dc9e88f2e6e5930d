package dev.millrace.orderservice.domain;

import static dev.millrace.orderservice.domain.Decision.accept;
import static dev.millrace.orderservice.domain.Decision.refuse;
import static dev.millrace.orderservice.domain.Refusal.ALREADY_CANCELLED;
import static dev.millrace.orderservice.domain.Refusal.ALREADY_PLACED;
import static dev.millrace.orderservice.domain.Refusal.ALREADY_SHIPPED;
import static dev.millrace.orderservice.domain.Refusal.NOTHING_TO_PAY;
import static dev.millrace.orderservice.domain.Refusal.NOT_PAID;
import static dev.millrace.orderservice.domain.Refusal.NOT_SHIPPED;
import static dev.millrace.orderservice.domain.Refusal.UNKNOWN_ORDER;

import dev.millrace.orderservice.domain.Order.AwaitingPayment;
import dev.millrace.orderservice.domain.Order.Cancelled;
import dev.millrace.orderservice.domain.Order.Dispatched;
import dev.millrace.orderservice.domain.Order.Paid;
import dev.millrace.orderservice.domain.Order.Unplaced;
import dev.millrace.orderservice.domain.OrderCommand.CancelOrder;
import dev.millrace.orderservice.domain.OrderCommand.PayOrder;
import dev.millrace.orderservice.domain.OrderCommand.PlaceOrder;
import dev.millrace.orderservice.domain.OrderCommand.ReturnLines;
import dev.millrace.orderservice.domain.OrderCommand.ShipOrder;
import dev.millrace.orderservice.domain.OrderEvent.LinesReturned;
import dev.millrace.orderservice.domain.OrderEvent.OrderCancelled;
import dev.millrace.orderservice.domain.OrderEvent.OrderPlaced;
import dev.millrace.orderservice.domain.OrderEvent.OrderShipped;
import dev.millrace.orderservice.domain.OrderEvent.PaymentReceived;

/** Every rule about orders, as two pure functions: decide may refuse, evolve may not. */
public final class OrderDecider {

    private OrderDecider() {}

    public static Decision decide(OrderCommand command, Order order, Customers customers) {
        return switch (command) {
            case PlaceOrder place ->
                switch (order) {
                    case Unplaced() -> Placing.decide(place, customers);
                    case AwaitingPayment _, Paid _, Dispatched _, Cancelled _ -> refuse(ALREADY_PLACED);
                };
            case PayOrder pay ->
                switch (order) {
                    case Unplaced() -> refuse(UNKNOWN_ORDER);
                    case AwaitingPayment awaiting -> Paying.decide(pay, awaiting);
                    case Paid _, Dispatched _ -> refuse(NOTHING_TO_PAY);
                    case Cancelled _ -> refuse(ALREADY_CANCELLED);
                };
            case ShipOrder ship ->
                switch (order) {
                    case Unplaced() -> refuse(UNKNOWN_ORDER);
                    case AwaitingPayment awaiting -> refuse(NOT_PAID, awaiting.outstanding() + " is outstanding.");
                    case Paid(var sale) -> Shipping.decide(ship, sale);
                    case Dispatched(var sale, var _) -> Shipping.decide(ship, sale);
                    case Cancelled _ -> refuse(ALREADY_CANCELLED);
                };
            case ReturnLines returning ->
                switch (order) {
                    case Unplaced() -> refuse(UNKNOWN_ORDER);
                    case AwaitingPayment _, Paid _ -> refuse(NOT_SHIPPED);
                    case Dispatched(var sale, var _) -> Returning.decide(returning, sale);
                    case Cancelled _ -> refuse(ALREADY_CANCELLED);
                };
            case CancelOrder cancel ->
                switch (order) {
                    case Unplaced() -> refuse(UNKNOWN_ORDER);
                    case AwaitingPayment(var _, var paid) ->
                        accept(new OrderCancelled(paid, cancel.note(), cancel.at()));
                    case Paid(var sale) -> accept(new OrderCancelled(sale.total(), cancel.note(), cancel.at()));
                    case Dispatched _ -> refuse(ALREADY_SHIPPED);
                    case Cancelled _ -> refuse(ALREADY_CANCELLED);
                };
        };
    }

    public static Order evolve(Order order, OrderEvent event) {
        return switch (event) {
            case OrderPlaced placed when order instanceof Unplaced -> Placing.evolve(placed);
            case PaymentReceived payment
            when order instanceof AwaitingPayment awaiting -> Paying.evolve(awaiting, payment);
            case OrderShipped shipped when order instanceof Paid(var sale) -> Shipping.evolve(sale, shipped);
            case OrderShipped shipped
            when order instanceof Dispatched(var sale, var _) -> Shipping.evolve(sale, shipped);
            case LinesReturned returned
            when order instanceof Dispatched(var sale, var _) -> Returning.evolve(sale, returned);
            case OrderCancelled cancelled
            when order instanceof AwaitingPayment(var sale, var _) -> new Cancelled(sale, cancelled.refund());
            case OrderCancelled cancelled
            when order instanceof Paid(var sale) -> new Cancelled(sale, cancelled.refund());
            case OrderPlaced _, PaymentReceived _, OrderShipped _, LinesReturned _, OrderCancelled _ ->
                throw new ImpossibleHistoryException(order, event);
        };
    }
}
