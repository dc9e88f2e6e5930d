package dev.millrace.orderservice.domain;

import static dev.millrace.orderservice.domain.Decision.accept;
import static dev.millrace.orderservice.domain.Decision.refuse;
import static dev.millrace.orderservice.domain.Refusal.NON_POSITIVE_AMOUNT;
import static dev.millrace.orderservice.domain.Refusal.OVERPAYMENT;
import static dev.millrace.orderservice.domain.Refusal.WRONG_CURRENCY;

import dev.millrace.orderservice.domain.Order.AwaitingPayment;
import dev.millrace.orderservice.domain.Order.Paid;
import dev.millrace.orderservice.domain.OrderCommand.PayOrder;
import dev.millrace.orderservice.domain.OrderEvent.PaymentReceived;

/** Partial payments add up; nobody pays more than is outstanding. */
final class Paying {

    private Paying() {}

    static Decision decide(PayOrder pay, AwaitingPayment order) {
        var amount = pay.amount();
        var outstanding = order.outstanding();
        if (amount.isZero() || amount.isNegative()) {
            return refuse(NON_POSITIVE_AMOUNT);
        }
        if (!amount.currency().equals(outstanding.currency())) {
            return refuse(WRONG_CURRENCY, "The order is in " + outstanding.currency() + ".");
        }
        if (amount.exceeds(outstanding)) {
            return refuse(OVERPAYMENT, outstanding + " is outstanding.");
        }
        return accept(new PaymentReceived(amount, outstanding.minus(amount), pay.at()));
    }

    static Order evolve(AwaitingPayment order, PaymentReceived payment) {
        var paid = order.paid().plus(payment.amount());
        return payment.outstanding().isZero() ? new Paid(order.sale()) : new AwaitingPayment(order.sale(), paid);
    }
}
