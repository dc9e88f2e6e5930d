package dev.millrace.orderservice.ordering;

import static org.springframework.http.HttpStatus.CREATED;
import static org.springframework.http.HttpStatus.OK;

import jakarta.validation.Valid;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** Everything that changes an order; each answer comes after the commit. */
@RestController
@RequestMapping("/orders/{id}")
final class OrderCommandController {

    private final CommandDesk desk;
    private final InstantSource clock = InstantSource.system();

    OrderCommandController(CommandDesk desk) {
        this.desk = desk;
    }

    @PutMapping
    ResponseEntity<?> place(@PathVariable UUID id, @Valid @RequestBody PlaceOrderBody body, WebRequest request) {
        return submit(id, request, body::toCommand, CREATED);
    }

    @PostMapping("/payments")
    ResponseEntity<?> pay(@PathVariable UUID id, @Valid @RequestBody PayOrderBody body, WebRequest request) {
        return submit(id, request, body::toCommand, OK);
    }

    @PostMapping("/shipments")
    ResponseEntity<?> ship(
            @PathVariable UUID id,
            @Valid @RequestBody(required = false) @Nullable ShipOrderBody body,
            WebRequest request) {
        return submit(id, request, (body == null ? new ShipOrderBody(null) : body)::toCommand, OK);
    }

    @PostMapping("/returns")
    ResponseEntity<?> takeBack(@PathVariable UUID id, @Valid @RequestBody ReturnLinesBody body, WebRequest request) {
        return submit(id, request, body::toCommand, OK);
    }

    @PostMapping("/cancellation")
    ResponseEntity<?> cancel(
            @PathVariable UUID id,
            @Valid @RequestBody(required = false) @Nullable CancelOrderBody body,
            WebRequest request) {
        return submit(id, request, (body == null ? new CancelOrderBody(null) : body)::toCommand, OK);
    }

    private ResponseEntity<?> submit(
            UUID id, WebRequest request, Function<Envelope, SpecificRecord> command, HttpStatus success) {
        var envelope = Envelope.of(id, request, clock.instant());
        return desk.submit(envelope, command.apply(envelope))
                .<ResponseEntity<?>>map(result -> CommandAnswer.to(result, success))
                .orElseGet(() -> CommandAnswer.pending(envelope));
    }
}
