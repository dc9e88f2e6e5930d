package dev.millrace.local.demo.shop;

import java.util.List;
import java.util.UUID;

/**
 * All that the demo will do. The steps of an order follow one another; nothing else depends on anything, so orders can
 * be driven side by side.
 */
public record Plan(List<Customer> customers, List<OrderPlan> orders) {

    /** The way of one order. */
    public record OrderPlan(UUID orderId, List<Step> steps) {}

    public int steps() {
        return orders.stream().mapToInt(order -> order.steps().size()).sum();
    }
}
