package dev.millrace.orderservice.notifying;

import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows what the customer of an order is told; it follows the commands by a moment. */
@RestController
final class NotificationController {

    /** The notifications of an order, in the order of its versions. */
    record Notifications(List<Notification> items) {}

    private final Outbox outbox;

    NotificationController(Outbox outbox) {
        this.outbox = outbox;
    }

    @GetMapping("/orders/{id}/notifications")
    Notifications notifications(@PathVariable UUID id) {
        return new Notifications(outbox.ofOrder(id));
    }
}
