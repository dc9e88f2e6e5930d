package dev.millrace.orderservice.ordering;

import static dev.millrace.contracts.Topics.ORDER_COMMANDS;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;

import dev.millrace.contracts.events.CloudEvent;
import dev.millrace.orderservice.deciding.OrderTopology;
import dev.millrace.starter.http.Problem;
import dev.millrace.starter.outages.Outages;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/** Sends a command on its way and waits for what becomes of it. */
@Component
final class CommandDesk {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final KafkaTemplate<String, SpecificRecord> kafka;
    private final ResultReader results;
    private final WaitingRequests requests;
    private final Duration limit;

    CommandDesk(
            KafkaTemplate<String, SpecificRecord> kafka,
            ResultReader results,
            WaitingRequests requests,
            OrderingProperties properties) {
        this.kafka = kafka;
        this.results = results;
        this.requests = requests;
        this.limit = properties.answerWithin();
    }

    /** Empty when the command is in the log and its result is not there in time. */
    Optional<SpecificRecord> submit(Envelope envelope, SpecificRecord command) {
        if (!results.isPositioned()) {
            throw unavailable("not-ready", "Not ready", "Results can't be read at the moment.");
        }
        var waiting = requests.enter()
                .orElseThrow(() -> unavailable("busy", "Busy", "Too many requests wait for their answers."));
        try {
            return await(send(envelope, command, waiting));
        } catch (RuntimeException | ExecutionException e) {
            throw Outages.caused(e) ? undelivered(envelope) : failed(e);
        } finally {
            requests.leave(waiting);
        }
    }

    private Waiting send(Envelope envelope, SpecificRecord command, Waiting waiting) {
        var _ = kafka.send(record(envelope, command, waiting)).whenComplete((_, failure) -> {
            if (failure != null) {
                waiting.result().completeExceptionally(failure);
            }
        });
        return waiting;
    }

    private Optional<SpecificRecord> await(Waiting waiting) throws ExecutionException {
        try {
            return Optional.of(waiting.result().get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static ProducerRecord<String, SpecificRecord> record(
            Envelope envelope, SpecificRecord command, Waiting waiting) {
        var order = envelope.orderId().toString();
        var id = envelope.commandId().toString();
        var event = CloudEvent.of(id, CloudEvent.typeOf(command), "/order-service", envelope.at(), order)
                .correlatedWith(envelope.correlationId())
                .askedForBy(envelope.actor());
        var record = event.toRecord(ORDER_COMMANDS, order, command);
        record.headers().add(OrderTopology.REQUEST_ID, waiting.requestId().getBytes(US_ASCII));
        return record;
    }

    private static Problem undelivered(Envelope envelope) {
        return unavailable(
                        "command-undelivered",
                        "Command undelivered",
                        "Kafka did not confirm the command, so it may or may not be carried out. Repeat it with its commandId as "
                                + Envelope.IDEMPOTENCY_KEY + ": it happens once.")
                .with("commandId", envelope.commandId());
    }

    private static Problem unavailable(String slug, String title, String detail) {
        return Problem.of(SERVICE_UNAVAILABLE, slug, title, detail).retryAfter(RETRY_AFTER);
    }

    private static RuntimeException failed(Exception failure) {
        return failure instanceof RuntimeException e
                ? e
                : new IllegalStateException("A command could not be sent", failure);
    }
}
