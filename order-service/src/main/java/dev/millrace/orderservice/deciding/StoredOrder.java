package dev.millrace.orderservice.deciding;

import static dev.millrace.orderservice.domain.Refusal.STALE_VERSION;

import dev.millrace.orderservice.deciding.Answer.Accepted;
import dev.millrace.orderservice.deciding.Answer.Refused;
import dev.millrace.orderservice.domain.Customers;
import dev.millrace.orderservice.domain.Decision;
import dev.millrace.orderservice.domain.Order;
import dev.millrace.orderservice.domain.Order.Unplaced;
import dev.millrace.orderservice.domain.OrderDecider;
import dev.millrace.orderservice.domain.OrderEvent;
import dev.millrace.orderservice.domain.Refusal;
import dev.millrace.orderservice.wire.Submission;
import java.util.List;

/** An order with what the write side has to remember of it: its version and its callers' last commands. */
public record StoredOrder(Order order, long version, AnsweredCommands answered) {

    static final StoredOrder INITIAL = new StoredOrder(new Unplaced(), 0, AnsweredCommands.NONE);

    /** Only orders that were placed are stored. */
    public Order.Placed placed() {
        return switch (order) {
            case Order.Placed placed -> placed;
            case Unplaced() -> throw new IllegalStateException("The order was never placed");
        };
    }

    Decided decide(Submission submission, Customers customers) {
        var fingerprint = Fingerprint.of(submission.command());
        return answered.answerTo(submission.commandId(), fingerprint, version)
                .map(answer -> new Decided(this, answer, List.of(), true))
                .orElseGet(() -> decideAnew(submission, fingerprint, customers));
    }

    private Decided decideAnew(Submission submission, long fingerprint, Customers customers) {
        var expected = submission.expectedVersion();
        if (expected != null && expected != version) {
            return refused(submission, fingerprint, STALE_VERSION, "The order is at version " + version + ".");
        }
        return switch (OrderDecider.decide(submission.command(), order, customers)) {
            case Decision.Accepted(var events) -> accepted(submission, fingerprint, events);
            case Decision.Refused(var refusal, var detail) -> refused(submission, fingerprint, refusal, detail);
        };
    }

    private Decided accepted(Submission submission, long fingerprint, List<OrderEvent> events) {
        var after = order;
        for (var event : events) {
            after = OrderDecider.evolve(after, event);
        }
        var answer = new Accepted(version + events.size(), events.size());
        return new Decided(
                new StoredOrder(after, answer.version(), remembering(submission, fingerprint, answer)),
                answer,
                events,
                false);
    }

    /** An order that does not exist leaves no trace, or asking for random ids would fill the disk. */
    private Decided refused(Submission submission, long fingerprint, Refusal refusal, String detail) {
        var answer = new Refused(version, refusal, detail);
        var after = version == 0 ? this : new StoredOrder(order, version, remembering(submission, fingerprint, answer));
        return new Decided(after, answer, List.of(), false);
    }

    private AnsweredCommands remembering(Submission submission, long fingerprint, Answer answer) {
        return answered.with(new AnsweredCommands.Entry(submission.commandId(), fingerprint, answer));
    }
}
