package dev.millrace.orderservice.deciding;

import static dev.millrace.contracts.Topics.NOTIFICATION_TASKS;
import static dev.millrace.contracts.Topics.ORDER_EVENTS;
import static dev.millrace.contracts.Topics.ORDER_RESULTS;

import dev.millrace.orders.results.CommandAccepted;
import dev.millrace.orders.results.CommandRefused;
import dev.millrace.orders.tasks.NotifyCustomer;
import dev.millrace.orderservice.deciding.Answer.Accepted;
import dev.millrace.orderservice.deciding.Answer.Refused;
import dev.millrace.orderservice.deciding.stored.EventRow;
import dev.millrace.orderservice.wire.NotificationTask;
import dev.millrace.orderservice.wire.RecordedEvent;
import dev.millrace.orderservice.wire.Submission;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** All that one command leaves behind, ready to be written: what can fail on account of the command has not failed by now. */
record Outcome(
        StoredOrder before,
        StoredOrder after,
        List<Event> events,
        List<Record<String, byte[]>> tasks,
        Record<String, byte[]> result) {

    record Event(EventKey key, EventRow row, Record<String, byte[]> published) {}

    /** Turns decisions into records. */
    record Writer(Serializer<SpecificRecord> avro, Record<String, SpecificRecord> command, Submission submission) {

        Outcome write(StoredOrder before, Decided decided) {
            var provenance = Provenance.of(command.headers(), submission.commandId());
            var events = new ArrayList<Event>();
            var tasks = new ArrayList<Record<String, byte[]>>();
            for (var event : decided.events()) {
                var version = before.version() + events.size() + 1;
                var recorded = new RecordedEvent(submission.orderId(), version, event);
                events.add(event(recorded, provenance));
                new NotificationTask(recorded, decided.after().placed())
                        .toAvro()
                        .ifPresent(task -> tasks.add(task(task, provenance)));
            }
            return new Outcome(before, decided.after(), events, tasks, result(decided, provenance));
        }

        private Event event(RecordedEvent recorded, Provenance provenance) {
            var key = new EventKey(recorded.orderId(), recorded.version());
            var value = recorded.toAvro();
            var bytes = avro.serialize(ORDER_EVENTS, value);
            var id = recorded.orderId() + ":" + recorded.version();
            var headers = provenance.headers(id, value, recorded.event().at(), recorded.orderId());
            var row = new EventRow(
                    provenance.commandId(), provenance.correlationId(), provenance.actor(), ByteBuffer.wrap(bytes));
            return new Event(key, row, command.withValue(bytes).withHeaders(headers));
        }

        private Record<String, byte[]> task(NotifyCustomer task, Provenance provenance) {
            var id = task.getOrderId() + ":" + task.getVersion() + ":" + task.getOccasion();
            var headers = provenance.headers(id, task, task.getAt(), task.getOrderId());
            return command.withValue(avro.serialize(NOTIFICATION_TASKS, task)).withHeaders(headers);
        }

        private Record<String, byte[]> result(Decided decided, Provenance provenance) {
            var value = result(decided);
            var id = submission.commandId().toString();
            var headers = provenance.headers(id, value, submission.command().at(), submission.orderId());
            var request = requestId();
            if (request != null) {
                headers.add(request);
            }
            return command.withValue(avro.serialize(ORDER_RESULTS, value)).withHeaders(headers);
        }

        private SpecificRecord result(Decided decided) {
            var commandId = submission.commandId();
            var orderId = submission.orderId();
            return switch (decided.answer()) {
                case Accepted(var version, var events) ->
                    new CommandAccepted(commandId, orderId, version, events, decided.repeated());
                case Refused(var version, var refusal, var detail) ->
                    new CommandRefused(commandId, orderId, version, refusal.name(), detail);
            };
        }

        private @Nullable Header requestId() {
            return command.headers().lastHeader(OrderTopology.REQUEST_ID);
        }
    }
}
