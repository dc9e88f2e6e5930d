package dev.millrace.orderservice.readmodel;

import dev.millrace.orderservice.domain.Money;

/**
 * What a customer's orders in one currency add up to.
 *
 * @param returned what was paid back for returned pieces; the rest of the refunds is for cancelled orders
 */
record Spending(long orders, Money ordered, Money paid, Money refunded, Money returned) {}
