package dev.millrace.orderservice.notifying;

import static org.apache.kafka.clients.consumer.AcknowledgeType.ACCEPT;
import static org.apache.kafka.clients.consumer.AcknowledgeType.REJECT;
import static org.apache.kafka.clients.consumer.AcknowledgeType.RELEASE;
import static org.apache.kafka.clients.consumer.AcknowledgeType.RENEW;

import dev.millrace.contracts.avro.AvroSerdes;
import dev.millrace.orders.tasks.NotifyCustomer;
import dev.millrace.starter.outages.Outages;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.stereotype.Component;

/**
 * Does a task, and says what becomes of it: accepted once its row is committed, kept (renewed) through an outage, which so
 * uses up none of its deliveries, released for another try after any other failure, and rejected, with a dead letter, when
 * no try can help or the last one has failed. If the process dies right here, the lock on the task ends and it is handed out
 * again.
 */
@Component
final class TaskHandler {

    /** Kafka's group.share.delivery.count.limit: what is released after that many deliveries is given up by the broker. */
    private static final int LAST_DELIVERY = 5;

    private static final Logger log = LoggerFactory.getLogger(TaskHandler.class);

    private final Deserializer<SpecificRecord> avro;
    private final Outbox outbox;
    private final ConsumerRecordRecoverer deadLetters;
    private final MeterRegistry meters;

    TaskHandler(AvroSerdes serdes, Outbox outbox, ConsumerRecordRecoverer deadLetters, MeterRegistry meters) {
        this.avro = serdes.deserializer();
        this.outbox = outbox;
        this.deadLetters = deadLetters;
        this.meters = meters;
    }

    AcknowledgeType handle(ConsumerRecord<String, byte[]> record, String notifier) {
        var outcome = outcome(record);
        meters.counter("millrace.notifications", "notifier", notifier, "outcome", outcome.name())
                .increment();
        return outcome;
    }

    private AcknowledgeType outcome(ConsumerRecord<String, byte[]> record) {
        try {
            outbox.add(Notification.of(task(record), deliveries(record)));
            return ACCEPT;
        } catch (RuntimeException failure) {
            return afterFailure(record, failure);
        }
    }

    private AcknowledgeType afterFailure(ConsumerRecord<String, byte[]> record, RuntimeException failure) {
        if (Outages.caused(failure)) {
            log.atWarn()
                    .addKeyValue("error.message", failure.getMessage())
                    .log("Customers wait for their notifications because of an outage");
            return RENEW;
        }
        log.atWarn()
                .setCause(failure)
                .addKeyValue("kafka.offset", record.offset())
                .addKeyValue("event.attempt", deliveries(record))
                .log("A customer could not be notified");
        return isHopeless(failure) || deliveries(record) >= LAST_DELIVERY ? putAside(record, failure) : RELEASE;
    }

    private AcknowledgeType putAside(ConsumerRecord<String, byte[]> record, RuntimeException failure) {
        try {
            deadLetters.accept(record, failure);
            return REJECT;
        } catch (RuntimeException _) {
            return RENEW;
        }
    }

    private NotifyCustomer task(ConsumerRecord<String, byte[]> record) {
        if (avro.deserialize(record.topic(), record.value()) instanceof NotifyCustomer task) {
            return task;
        }
        throw new SerializationException("The record is not a task to notify a customer");
    }

    private static boolean isHopeless(RuntimeException failure) {
        return failure instanceof SerializationException || failure instanceof IllegalArgumentException;
    }

    private static int deliveries(ConsumerRecord<?, ?> record) {
        return record.deliveryCount().orElse((short) 1);
    }
}
