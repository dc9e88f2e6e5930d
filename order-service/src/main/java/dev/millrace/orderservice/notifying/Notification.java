package dev.millrace.orderservice.notifying;

import dev.millrace.orders.tasks.NotifyCustomer;
import dev.millrace.orders.tasks.Occasion;
import java.time.Instant;
import java.util.UUID;

/**
 * What a customer is told.
 *
 * @param version of the order; with the order's id it tells one notification from all others
 * @param at when it happened
 * @param deliveries how many times the queue had handed out the task when this was written
 */
record Notification(
        UUID orderId, long version, UUID customerId, Occasion kind, String text, Instant at, int deliveries) {

    static Notification of(NotifyCustomer task, int deliveries) {
        return new Notification(
                task.getOrderId(),
                task.getVersion(),
                task.getCustomerId(),
                task.getOccasion(),
                text(task),
                task.getAt(),
                deliveries);
    }

    private static String text(NotifyCustomer task) {
        var order = "Your order " + task.getOrderId();
        return switch (task.getOccasion()) {
            case PLACED -> "%s has been placed. It comes to %s.".formatted(order, amount(task));
            case PAID -> "%s has been paid: %s.".formatted(order, amount(task));
            case SHIPPED -> "A parcel of your order %s is on its way.".formatted(task.getOrderId());
            case RETURNED ->
                "What you returned of your order %s has arrived. You get %s back."
                        .formatted(task.getOrderId(), amount(task));
            case CANCELLED -> "%s has been cancelled. You get %s back.".formatted(order, amount(task));
            case CHANGED -> "%s has changed.".formatted(order);
        };
    }

    private static String amount(NotifyCustomer task) {
        var money = task.getAmount();
        return money == null ? "nothing" : money.getAmount().toPlainString() + " " + money.getCurrency();
    }
}
