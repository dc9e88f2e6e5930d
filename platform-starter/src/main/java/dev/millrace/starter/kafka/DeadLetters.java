package dev.millrace.starter.kafka;

import dev.millrace.starter.outages.OutageException;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.ListenerExecutionFailedException;
import org.springframework.kafka.support.serializer.DeserializationException;

/**
 * Puts records that no retry can help aside, into the dead-letter topic. Returns only when the broker holds the dead
 * letter: if the process dies before, the record is consumed again and may become a dead letter twice.
 */
final class DeadLetters implements ConsumerRecordRecoverer, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

    /** Marks the record in memory, for a batch that is retried with it. */
    private static final String PUT_ASIDE = "dlt-put-aside";

    private final DefaultKafkaProducerFactory<Object, @Nullable Object> producers;
    private final KafkaOperations<Object, @Nullable Object> kafka;
    private final String service;
    private final MeterRegistry meters;

    DeadLetters(DefaultKafkaProducerFactory<Object, @Nullable Object> producers, String service, MeterRegistry meters) {
        this.producers = producers;
        this.kafka = new KafkaTemplate<>(producers);
        this.service = service;
        this.meters = meters;
    }

    @Override
    public void accept(ConsumerRecord<?, ?> record, Exception failure) {
        if (record.headers().lastHeader(PUT_ASIDE) == null) {
            putAside(record, failure);
            record.headers().add(new RecordHeader(PUT_ASIDE, new byte[0]));
        }
    }

    @Override
    public void close() {
        producers.destroy();
    }

    private void putAside(ConsumerRecord<?, ?> record, Exception failure) {
        var reason = reasonOf(failure);
        var letter = DeadLetter.of(record, reason, service);
        publish(letter, record);
        meters.counter("millrace.dead.letters", "topic", record.topic()).increment();
        log.atLevel(levelOf(reason))
                .addKeyValue("kafka.topic", letter.topic())
                .addKeyValue("kafka.partition", letter.partition())
                .addKeyValue("kafka.offset", letter.offset())
                .addKeyValue("error.type", letter.exception())
                .addKeyValue("error.message", letter.reason())
                .log("A record was put aside as a dead letter");
    }

    /** Bytes that are no record are a mistake of the sender; a record that a service can't follow leaves a gap in what it knows. */
    private static Level levelOf(Throwable reason) {
        return reason instanceof SerializationException ? Level.WARN : Level.ERROR;
    }

    /** A value that cannot be written as it is stays behind: the headers tell where it stands. */
    private void publish(DeadLetter letter, ConsumerRecord<?, ?> record) {
        try {
            send(letter.toRecord(record.key(), originalOf(record.value()), record.headers()));
        } catch (SerializationException | RecordTooLargeException e) {
            send(letter.toRecord(record.key(), null, record.headers()));
        }
    }

    private void send(ProducerRecord<Object, @Nullable Object> letter) {
        try {
            kafka.send(letter).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RecordTooLargeException tooLarge) {
                throw tooLarge;
            }
            throw new OutageException("The dead-letter topic " + letter.topic() + " takes no records", e);
        }
    }

    private static @Nullable Object originalOf(@Nullable Object value) {
        return value instanceof DeserializationException poison ? poison.getData() : value;
    }

    private static Throwable reasonOf(Throwable failure) {
        return switch (failure) {
            case DeserializationException e when e.getCause() != null -> e.getCause();
            case ListenerExecutionFailedException e when e.getCause() != null -> reasonOf(e.getCause());
            case BatchListenerFailedException e when e.getCause() != null -> reasonOf(e.getCause());
            default -> failure;
        };
    }
}
