package dev.millrace.orderservice.ordering;

import static org.springframework.http.HttpStatus.ACCEPTED;

import dev.millrace.orders.results.CommandAccepted;
import dev.millrace.orders.results.CommandRefused;
import dev.millrace.starter.http.ConsistencyToken;
import dev.millrace.starter.http.ETag;
import java.net.URI;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * The body of a successful answer.
 *
 * @param version the version of the order after the command
 * @param events how many events the command led to
 * @param repeated whether the command had been carried out before, and this is its first answer again
 */
record CommandAnswer(UUID orderId, UUID commandId, long version, int events, boolean repeated) {

    /** The body of an answer that says that there is none yet. */
    record Pending(UUID orderId, UUID commandId, String detail) {}

    static ResponseEntity<?> to(SpecificRecord result, HttpStatus first) {
        return switch (result) {
            case CommandAccepted accepted -> of(accepted, first);
            case CommandRefused refused -> throw Refusals.problem(refused);
            default -> throw new IllegalStateException(result.getSchema().getFullName() + " is no result");
        };
    }

    static ResponseEntity<?> pending(Envelope envelope) {
        return ResponseEntity.status(ACCEPTED)
                .location(URI.create("/orders/%s/commands/%s".formatted(envelope.orderId(), envelope.commandId())))
                .body(new Pending(
                        envelope.orderId(),
                        envelope.commandId(),
                        "The command is recorded and not decided yet. Repeated with its commandId as "
                                + Envelope.IDEMPOTENCY_KEY + ", it happens once and is answered."));
    }

    private static ResponseEntity<CommandAnswer> of(CommandAccepted accepted, HttpStatus first) {
        return ResponseEntity.status(accepted.getRepeated() ? HttpStatus.OK : first)
                .location(location(accepted.getOrderId()))
                .eTag(ETag.of(accepted.getVersion()))
                .header(ConsistencyToken.HEADER, token(accepted).toString())
                .body(new CommandAnswer(
                        accepted.getOrderId(),
                        accepted.getCommandId(),
                        accepted.getVersion(),
                        accepted.getEvents(),
                        accepted.getRepeated()));
    }

    private static ConsistencyToken token(CommandAccepted accepted) {
        return new ConsistencyToken(accepted.getOrderId(), accepted.getVersion());
    }

    private static URI location(UUID orderId) {
        return URI.create("/orders/" + orderId);
    }
}
