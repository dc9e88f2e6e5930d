package dev.millrace.orderservice.lookup;

import static org.springframework.http.HttpStatus.NOT_FOUND;

import dev.millrace.orderservice.deciding.CurrentOrders;
import dev.millrace.starter.http.ETag;
import dev.millrace.starter.http.Problem;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads one order where it is written, so that whoever wrote it reads what was written. */
@RestController
@RequestMapping("/orders/{id}")
final class OrderController {

    /** The whole history of an order. */
    record History(UUID orderId, List<EventView> events) {}

    private final CurrentOrders orders;

    OrderController(CurrentOrders orders) {
        this.orders = orders;
    }

    @GetMapping
    ResponseEntity<OrderView> order(@PathVariable UUID id) {
        var order = orders.find(id).orElseThrow(OrderController::notFound);
        return ResponseEntity.ok()
                .eTag(ETag.of(order.version()))
                .body(OrderView.of(id, order.version(), order.placed()));
    }

    @GetMapping("/events")
    ResponseEntity<History> events(@PathVariable UUID id) {
        var events = orders.history(id);
        if (events.isEmpty()) {
            throw notFound();
        }
        var version = events.getLast().recorded().version();
        return ResponseEntity.ok()
                .eTag(ETag.of(version))
                .body(new History(id, events.stream().map(EventView::of).toList()));
    }

    private static Problem notFound() {
        return Problem.of(NOT_FOUND, "order-not-found", "Order not found", "There is no such order.");
    }
}
