package dev.millrace.orderservice.deciding;

import dev.millrace.orderservice.domain.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a command.
 *
 * @param version of the order after it
 * @param events how many it led to
 * @param reason why it was refused; null when it was accepted
 */
public record CommandOutcome(
        UUID orderId,
        UUID commandId,
        long version,
        int events,
        @Nullable Refusal reason,
        @Nullable String detail) {

    static CommandOutcome of(UUID orderId, UUID commandId, Answer answer) {
        return switch (answer) {
            case Answer.Accepted(var version, var events) ->
                new CommandOutcome(orderId, commandId, version, events, null, null);
            case Answer.Refused(var version, var refusal, var detail) ->
                new CommandOutcome(orderId, commandId, version, 0, refusal, detail);
        };
    }
}
