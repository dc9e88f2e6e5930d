package dev.millrace.contracts.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The CloudEvents 1.0 attributes of a record, in Kafka's binary mode, with the platform's extensions.
 *
 * @param id unique within the source; the same id again means the same event again
 * @param type the simple name of what happened or is asked for, such as OrderPlaced
 * @param source the service that speaks, such as /order-service
 * @param subject the id of the entity that it is about
 * @param correlationId common to everything that came of one request
 * @param causationId the id of the command or event that led to this one
 * @param actor who asked for it, as the request said
 * @param traceparent the W3C trace context; left out where an observed KafkaTemplate adds its own
 */
public record CloudEvent(
        String id,
        String type,
        String source,
        Instant time,
        String subject,
        @Nullable String correlationId,
        @Nullable String causationId,
        @Nullable String actor,
        @Nullable String traceparent) {

    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String TIME = "ce_time";
    public static final String SUBJECT = "ce_subject";
    public static final String DATA_SCHEMA = "ce_dataschema";
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String CONTENT_TYPE = "content-type";
    public static final String CORRELATION_ID = "correlationid";
    public static final String CAUSATION_ID = "causationid";
    public static final String ACTOR = "actor";
    public static final String TRACEPARENT = "traceparent";

    public static CloudEvent of(String id, String type, String source, Instant time, String subject) {
        return new CloudEvent(id, type, source, time, subject, null, null, null, null);
    }

    public static String typeOf(SpecificRecord value) {
        return value.getSchema().getName();
    }

    /** Fails with an {@link IllegalArgumentException} that names the header which is missing or malformed. */
    public static CloudEvent readFrom(Headers headers) {
        if (!"1.0".equals(text(headers, SPEC_VERSION))) {
            throw new IllegalArgumentException("The record is not a CloudEvent of version 1.0");
        }
        return new CloudEvent(
                required(headers, ID),
                required(headers, TYPE),
                required(headers, SOURCE),
                instant(required(headers, TIME)),
                required(headers, SUBJECT),
                text(headers, CORRELATION_ID),
                text(headers, CAUSATION_ID),
                text(headers, ACTOR),
                text(headers, TRACEPARENT));
    }

    /** Also says which version of its schema the value has, for readers that look at headers only. */
    public void writeTo(Headers headers, @Nullable SpecificRecord value) {
        writeTo(headers);
        put(headers, DATA_SCHEMA, value == null ? null : DataSchema.of(value.getSchema()));
    }

    /** Replaces whatever the headers said before. */
    public void writeTo(Headers headers) {
        put(headers, SPEC_VERSION, "1.0");
        put(headers, ID, id);
        put(headers, TYPE, type);
        put(headers, SOURCE, source);
        put(headers, TIME, time.toString());
        put(headers, SUBJECT, subject);
        put(headers, DATA_SCHEMA, null);
        put(headers, CONTENT_TYPE, "application/avro");
        put(headers, CORRELATION_ID, correlationId);
        put(headers, CAUSATION_ID, causationId);
        put(headers, ACTOR, actor);
        put(headers, TRACEPARENT, traceparent);
    }

    /** A null value is a tombstone. */
    public ProducerRecord<String, SpecificRecord> toRecord(String topic, String key, @Nullable SpecificRecord value) {
        var record = new ProducerRecord<String, SpecificRecord>(topic, key, value);
        writeTo(record.headers(), value);
        return record;
    }

    /** The same event as a consequence of {@code cause}: its correlation, its id as causation, its actor, its trace. */
    public CloudEvent causedBy(CloudEvent cause) {
        return new CloudEvent(
                id, type, source, time, subject, cause.correlationId, cause.id, cause.actor, cause.traceparent);
    }

    public CloudEvent correlatedWith(String correlation) {
        return new CloudEvent(id, type, source, time, subject, correlation, causationId, actor, traceparent);
    }

    public CloudEvent askedForBy(@Nullable String who) {
        return new CloudEvent(id, type, source, time, subject, correlationId, causationId, who, traceparent);
    }

    private static Instant instant(String time) {
        try {
            return Instant.parse(time);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("The header " + TIME + " is not a time of RFC 3339", e);
        }
    }

    private static String required(Headers headers, String name) {
        var value = text(headers, name);
        if (value == null) {
            throw new IllegalArgumentException("The record has no header " + name);
        }
        return value;
    }

    private static @Nullable String text(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    private static void put(Headers headers, String name, @Nullable String value) {
        headers.remove(name);
        if (value != null) {
            headers.add(name, value.getBytes(UTF_8));
        }
    }
}
