package dev.millrace.orderservice.wire;

import dev.millrace.orders.tasks.NotifyCustomer;
import dev.millrace.orders.tasks.Occasion;
import dev.millrace.orderservice.domain.Money;
import dev.millrace.orderservice.domain.Order;
import dev.millrace.orderservice.domain.OrderEvent.LinesReturned;
import dev.millrace.orderservice.domain.OrderEvent.OrderCancelled;
import dev.millrace.orderservice.domain.OrderEvent.OrderPlaced;
import dev.millrace.orderservice.domain.OrderEvent.OrderShipped;
import dev.millrace.orderservice.domain.OrderEvent.PaymentReceived;
import dev.millrace.orderservice.domain.OrderStatus;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a customer is told of an event; a part of a payment is no occasion, and an order may have no customer. */
public record NotificationTask(RecordedEvent recorded, Order.Placed order) {

    public Optional<NotifyCustomer> toAvro() {
        var customer = order.sale().customerId();
        return customer == null ? Optional.empty() : toAvro(customer);
    }

    private Optional<NotifyCustomer> toAvro(UUID customer) {
        return switch (recorded.event()) {
            case OrderPlaced placed -> task(customer, Occasion.PLACED, placed.total());
            case PaymentReceived payment
            when OrderStatus.after(payment) == OrderStatus.PAID -> task(customer, Occasion.PAID, order.paid());
            case PaymentReceived _ -> Optional.empty();
            case OrderShipped _ -> task(customer, Occasion.SHIPPED, null);
            case LinesReturned returned -> task(customer, Occasion.RETURNED, returned.refund());
            case OrderCancelled cancelled -> task(customer, Occasion.CANCELLED, cancelled.refund());
        };
    }

    private Optional<NotifyCustomer> task(UUID customer, Occasion occasion, @Nullable Money amount) {
        return Optional.of(new NotifyCustomer(
                recorded.orderId(),
                recorded.version(),
                recorded.event().at(),
                customer,
                occasion,
                amount == null ? null : Values.write(amount)));
    }
}
