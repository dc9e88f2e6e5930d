package dev.millrace.cdc.records;

import dev.millrace.cdc.CaptureProperties;
import dev.millrace.cdc.CaptureProperties.Table;
import dev.millrace.cdc.progress.Position;
import dev.millrace.contracts.avro.AvroSerdes;
import dev.millrace.contracts.events.CloudEvent;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/** Makes the record that says what happened to a row. */
public final class ChangeRecords {

    private static final String SOURCE = "/cdc-connector";

    private final String capture;
    private final Map<String, Table> tables;
    private final Serializer<SpecificRecord> values;

    public ChangeRecords(CaptureProperties properties, AvroSerdes serdes) {
        this.capture = properties.name();
        this.tables = properties.tables().stream()
                .collect(Collectors.toUnmodifiableMap(table -> capture + '.' + table.name(), Function.identity()));
        this.values = serdes.serializer();
    }

    /** The same change at the same place always makes the same record. */
    public ProducerRecord<String, byte @Nullable []> toKafka(Change change, Position position) {
        var table = tables.get(change.record().topic());
        if (table == null) {
            throw new UnfitChangeException(
                    "No captured table has changes on " + change.record().topic());
        }
        var key = keyOf(change);
        var envelope = change.envelope();
        var time = change.happenedAt();
        return envelope == null || time == null
                ? new ProducerRecord<>(table.topic(), key, null)
                : event(table, key, envelope, idOf(change, position), time);
    }

    private ProducerRecord<String, byte @Nullable []> event(
            Table table, String key, Struct envelope, String id, Instant time) {
        var type = table.entity() + whatHappened(envelope.getString("op"));
        var value =
                (SpecificRecord) AvroRecords.from(envelope, SpecificData.get().getSchema(table.value()));
        var bytes = values.serialize(table.topic(), value);
        var record = new ProducerRecord<String, byte @Nullable []>(table.topic(), key, bytes);
        CloudEvent.of(id, type, SOURCE, time, key).writeTo(record.headers());
        return record;
    }

    /** A row of a snapshot and the first change after it stand at the same place of the log. */
    private String idOf(Change change, Position position) {
        var mark = change.ofSnapshot() ? ":s" : ":";
        return capture + ':' + position.log() + mark + position.records();
    }

    private static String keyOf(Change change) {
        var key = (Struct) change.record().key();
        return key.schema().fields().stream()
                .map(field -> String.valueOf(key.get(field)))
                .collect(Collectors.joining(","));
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
