package dev.millrace.orderservice.deciding;

import dev.millrace.orderservice.domain.OrderEvent;
import java.util.List;

/**
 * What a command led to.
 *
 * @param repeated whether the command had been answered before, and this is that answer
 */
record Decided(StoredOrder after, Answer answer, List<OrderEvent> events, boolean repeated) {}
