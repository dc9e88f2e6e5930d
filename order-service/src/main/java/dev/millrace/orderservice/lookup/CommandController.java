package dev.millrace.orderservice.lookup;

import static org.springframework.http.HttpStatus.NOT_FOUND;

import dev.millrace.orderservice.deciding.CommandOutcome;
import dev.millrace.orderservice.deciding.CurrentOrders;
import dev.millrace.starter.http.Problem;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells what became of a command whose answer did not come in time. */
@RestController
final class CommandController {

    private final CurrentOrders orders;

    CommandController(CurrentOrders orders) {
        this.orders = orders;
    }

    @GetMapping("/orders/{id}/commands/{commandId}")
    CommandOutcome outcome(@PathVariable UUID id, @PathVariable UUID commandId) {
        return orders.outcome(id, commandId)
                .orElseThrow(() -> Problem.of(
                        NOT_FOUND,
                        "command-not-found",
                        "Command not found",
                        "The command is not decided yet, or was refused when there was no order, or is long past."));
    }
}
