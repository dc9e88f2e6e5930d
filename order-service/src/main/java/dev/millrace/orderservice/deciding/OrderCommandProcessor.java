package dev.millrace.orderservice.deciding;

import static java.util.Objects.requireNonNullElse;

import dev.millrace.orderservice.deciding.stored.EventRow;
import dev.millrace.orderservice.domain.Customers;
import dev.millrace.orderservice.wire.Submission;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The imperative shell around the decider. One thread handles a partition, so the commands of an order are decided one after
 * another, and state, history, events, tasks, result and offset commit in one Kafka transaction. If the process dies anywhere
 * in here, the transaction is aborted and the command decided again.
 */
final class OrderCommandProcessor implements Processor<String, SpecificRecord, String, byte[]> {

    private final Serializer<SpecificRecord> avro;
    private final UncommittedOrders uncommitted;

    @SuppressWarnings("NullAway.Init")
    private ProcessorContext<String, byte[]> context;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, StoredOrder> orders;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<EventKey, EventRow> history;

    @SuppressWarnings("NullAway.Init")
    private Customers customers;

    OrderCommandProcessor(Serializer<SpecificRecord> avro, UncommittedOrders uncommitted) {
        this.avro = avro;
        this.uncommitted = uncommitted;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        this.context = context;
        this.orders = context.getStateStore(Stores.ORDERS);
        this.history = context.getStateStore(Stores.HISTORY);
        this.customers = CustomerCopy.in(context.getStateStore(Stores.CUSTOMERS));
        uncommitted.forget(partition());
    }

    @Override
    public void process(Record<String, SpecificRecord> command) {
        write(decide(command));
    }

    @Override
    public void close() {
        uncommitted.forget(partition());
    }

    /** Changes nothing, so a command that can't be decided can be left out and the partition goes on. */
    private Outcome decide(Record<String, SpecificRecord> command) {
        try {
            var submission = submissionOf(command);
            var before = requireNonNullElse(orders.get(command.key()), StoredOrder.INITIAL);
            var decided = before.decide(submission, customers);
            DecisionLog.write(command, submission, decided);
            return new Outcome.Writer(avro, command, submission).write(before, decided);
        } catch (KafkaException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new UndecidableCommandException(e);
        }
    }

    private void write(Outcome outcome) {
        var key = outcome.result().key();
        if (!outcome.events().isEmpty()) {
            markUncommitted(outcome);
        }
        if (!outcome.after().equals(outcome.before())) {
            orders.put(key, outcome.after());
        }
        for (var event : outcome.events()) {
            history.put(event.key(), event.row());
            context.forward(event.published(), OrderTopology.EVENTS);
        }
        outcome.tasks().forEach(task -> context.forward(task, OrderTopology.TASKS));
        context.forward(outcome.result(), OrderTopology.RESULTS);
    }

    private void markUncommitted(Outcome outcome) {
        var orderId = outcome.events().getFirst().key().orderId();
        uncommitted.changing(
                orderId,
                partition(),
                outcome.before().version(),
                outcome.after().version());
    }

    private static Submission submissionOf(Record<String, SpecificRecord> command) {
        var submission = Submission.of(command.value());
        if (!submission.orderId().toString().equals(command.key())) {
            throw new IllegalArgumentException("The key of the record is not the id of its order");
        }
        return submission;
    }

    private int partition() {
        return context.taskId().partition();
    }
}
