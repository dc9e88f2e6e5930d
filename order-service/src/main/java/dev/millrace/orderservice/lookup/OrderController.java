package dev.millrace.orderservice.lookup;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import dev.millrace.orderservice.deciding.CurrentOrders;
import dev.millrace.orderservice.deciding.PastEvent;
import dev.millrace.starter.http.ETag;
import dev.millrace.starter.http.Problem;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Reads one order, as it is and as it was, where it is written: whoever wrote it reads what was written. */
@RestController
@RequestMapping("/orders/{id}")
final class OrderController {

    /** The whole history of an order. */
    record History(UUID orderId, List<EventView> events) {}

    private final CurrentOrders orders;
    private final JsonMapper json;

    OrderController(CurrentOrders orders, JsonMapper json) {
        this.orders = orders;
        this.json = json;
    }

    @GetMapping
    ResponseEntity<OrderView> order(@PathVariable UUID id) {
        var order = orders.find(id).orElseThrow(OrderController::notFound);
        return answer(OrderView.of(id, order.version(), order.placed()));
    }

    @GetMapping(params = {"version", "!at"})
    ResponseEntity<OrderView> orderAtVersion(@PathVariable UUID id, @RequestParam @Min(1) long version) {
        return answer(past(id).atVersion(version).orElseThrow(() -> noVersion(version)));
    }

    @GetMapping(params = {"at", "!version"})
    ResponseEntity<OrderView> orderAsOf(@PathVariable UUID id, @RequestParam Instant at) {
        return answer(past(id).asOf(at).orElseThrow(() -> notPlacedBy(at)));
    }

    @GetMapping(params = {"at", "version"})
    ResponseEntity<OrderView> orderAtTwoMoments() {
        throw Problem.of(
                BAD_REQUEST, "version-or-at", "Version or time", "Ask for a version or for a time, not for both.");
    }

    @GetMapping("/diff")
    OrderDiff diff(
            @PathVariable UUID id,
            @RequestParam @Min(1) long from,
            @RequestParam(required = false) @Nullable @Min(1) Long to) {
        var past = past(id);
        long last = to == null ? past.version() : to;
        if (from > last) {
            throw Problem.of(
                    BAD_REQUEST, "backward-diff", "Backward diff", "A diff goes from a version to a later one.");
        }
        var before = past.atVersion(from).orElseThrow(() -> noVersion(from));
        var after = past.atVersion(last).orElseThrow(() -> noVersion(last));
        var changes = OrderDiff.between(json.valueToTree(before), json.valueToTree(after));
        return new OrderDiff(id, from, last, views(past.events().subList((int) from, (int) last)), changes);
    }

    @GetMapping("/events")
    ResponseEntity<History> events(@PathVariable UUID id) {
        var past = past(id);
        return ResponseEntity.ok().eTag(ETag.of(past.version())).body(new History(id, views(past.events())));
    }

    private static List<EventView> views(List<PastEvent> events) {
        return events.stream().map(EventView::of).toList();
    }

    private static ResponseEntity<OrderView> answer(OrderView order) {
        return ResponseEntity.ok().eTag(ETag.of(order.version())).body(order);
    }

    private PastOrder past(UUID id) {
        var events = orders.history(id);
        if (events.isEmpty()) {
            throw notFound();
        }
        return new PastOrder(id, events);
    }

    private static Problem noVersion(long version) {
        return Problem.of(
                NOT_FOUND, "version-not-found", "Version not found", "The order has no version %d.".formatted(version));
    }

    private static Problem notPlacedBy(Instant at) {
        return Problem.of(
                NOT_FOUND, "not-placed-yet", "Not placed yet", "The order was not placed by %s.".formatted(at));
    }

    private static Problem notFound() {
        return Problem.of(NOT_FOUND, "order-not-found", "Order not found", "There is no such order.");
    }
}
