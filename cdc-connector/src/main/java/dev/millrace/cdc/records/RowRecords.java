package dev.millrace.cdc.records;

import static java.util.Objects.requireNonNull;

import dev.millrace.cdc.CaptureProperties.Table;
import dev.millrace.contracts.events.CloudEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/** Tells what happened to rows: Debezium's envelope under the primary key, and a tombstone after each deletion. */
final class RowRecords implements TableRecords {

    private static final String SOURCE = "/cdc-connector";

    private final String capture;
    private final Table table;
    private final AvroRecords avro;
    private final Serializer<SpecificRecord> values;

    RowRecords(String capture, Table table, Serializer<SpecificRecord> values) {
        this.capture = capture;
        this.table = table;
        this.avro = new AvroRecords(SpecificData.get().getSchema(requireNonNull(table.value())));
        this.values = values;
    }

    @Override
    public Optional<ProducerRecord<String, byte @Nullable []>> of(Change change, String place) {
        var envelope = change.envelope();
        if (envelope != null) {
            requireWhole(envelope);
        }
        var key = keyOf(change);
        var time = change.happenedAt();
        return Optional.of(
                envelope == null || time == null
                        ? new ProducerRecord<>(table.topic(), key, null)
                        : event(envelope, key, capture + ':' + place, time));
    }

    private void requireWhole(Struct envelope) {
        var operation = envelope.getString("op");
        if (operation.equals("t")) {
            throw new UnfitChangeException(
                    ("%s was truncated: its rows are gone, and nobody can say which, so no reader can be told. POST"
                                    + " /captures/{name}/start-over makes a new snapshot.")
                            .formatted(table.name()));
        }
        if (operation.equals("u") && envelope.getWithoutDefault("before") == null) {
            throw new UnfitChangeException(
                    "Unchanged large values of %s are missing: ALTER TABLE %1$s REPLICA IDENTITY FULL, and POST /captures/{name}/start-over."
                            .formatted(table.name()));
        }
    }

    private ProducerRecord<String, byte @Nullable []> event(Struct envelope, String key, String id, Instant time) {
        var type = table.entity() + whatHappened(envelope.getString("op"));
        var value = (SpecificRecord) avro.from(envelope);
        var bytes = values.serialize(table.topic(), value);
        var record = new ProducerRecord<String, byte @Nullable []>(table.topic(), key, bytes);
        CloudEvent.of(id, type, SOURCE, time, key).writeTo(record.headers());
        return record;
    }

    private static String keyOf(Change change) {
        return change.keyFields().collect(Collectors.joining(","));
    }

    private static String whatHappened(String operation) {
        return switch (operation) {
            case "c", "r" -> "Created";
            case "u" -> "Updated";
            case "d" -> "Deleted";
            default -> throw new UnfitChangeException("Changes of kind " + operation + " are not captured");
        };
    }
}
