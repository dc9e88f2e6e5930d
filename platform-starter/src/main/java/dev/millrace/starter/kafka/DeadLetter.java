package dev.millrace.starter.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.contracts.Topics;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Why a record was put aside and where it stood: headers that a dead letter carries beside those of the record.
 *
 * @param reason what the failure says, in a sentence
 * @param exception the class of the failure
 * @param service who could not use the record
 */
public record DeadLetter(
        String reason, String exception, String service, String topic, int partition, long offset, Instant timestamp) {

    public static final String REASON = "dlt-reason";
    public static final String EXCEPTION = "dlt-exception";
    public static final String SERVICE = "dlt-service";
    public static final String TOPIC = "dlt-topic";
    public static final String PARTITION = "dlt-partition";
    public static final String OFFSET = "dlt-offset";
    public static final String TIMESTAMP = "dlt-timestamp";

    public static DeadLetter of(ConsumerRecord<?, ?> record, Throwable failure, String service) {
        return of(failure, service, record.topic(), record.partition(), record.offset(), record.timestamp());
    }

    public static DeadLetter of(
            Throwable failure, String service, String topic, int partition, long offset, long timestamp) {
        return new DeadLetter(
                String.valueOf(failure.getMessage()),
                failure.getClass().getName(),
                service,
                topic,
                partition,
                offset,
                Instant.ofEpochMilli(timestamp));
    }

    /** The record for the dead-letter topic; whether key and value are kept as bytes is up to the caller. */
    public <K, V> ProducerRecord<K, V> toRecord(@Nullable K key, @Nullable V value, Headers original) {
        var headers = new RecordHeaders(original.toArray());
        put(headers, REASON, reason);
        put(headers, EXCEPTION, exception);
        put(headers, SERVICE, service);
        put(headers, TOPIC, topic);
        put(headers, PARTITION, Integer.toString(partition));
        put(headers, OFFSET, Long.toString(offset));
        put(headers, TIMESTAMP, timestamp.toString());
        return new ProducerRecord<>(Topics.deadLettersOf(topic), null, key, value, headers);
    }

    private static void put(Headers headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value.getBytes(UTF_8));
    }
}
