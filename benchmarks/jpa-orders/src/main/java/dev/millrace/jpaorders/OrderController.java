package dev.millrace.jpaorders;

import jakarta.validation.Valid;
import java.time.Instant;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Places orders. */
@RestController
final class OrderController {

    private static final int FIRST = 1;

    private final OrderEvents events;
    private final JsonMapper json;

    OrderController(OrderEvents events, JsonMapper json) {
        this.events = events;
        this.json = json;
    }

    record Placed(UUID orderId, int version) {}

    @PutMapping("/orders/{id}")
    ResponseEntity<Placed> place(@PathVariable UUID id, @Valid @RequestBody PlaceOrder order) {
        events.save(new OrderEvent(
                new OrderEvent.Key(id, FIRST), "OrderPlaced", Instant.now(), json.writeValueAsString(order)));
        return ResponseEntity.status(HttpStatus.CREATED).eTag("\"1\"").body(new Placed(id, FIRST));
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.CONFLICT)
    void alreadyPlaced(DataIntegrityViolationException e) {}
}
