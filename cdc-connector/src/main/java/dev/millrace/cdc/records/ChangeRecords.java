package dev.millrace.cdc.records;

import dev.millrace.cdc.CaptureProperties;
import dev.millrace.cdc.CaptureProperties.Table;
import dev.millrace.cdc.progress.Position;
import dev.millrace.contracts.avro.AvroSerdes;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Makes the record that says what a change means. */
public final class ChangeRecords {

    private final Map<String, TableRecords> tables;

    public ChangeRecords(CaptureProperties properties, AvroSerdes serdes) {
        var capture = properties.name();
        var values = serdes.serializer();
        this.tables = properties.tables().stream()
                .collect(Collectors.toUnmodifiableMap(
                        table -> capture + '.' + table.name(), table -> recordsOf(capture, table, values)));
    }

    private static TableRecords recordsOf(String capture, Table table, Serializer<SpecificRecord> values) {
        return table.outbox() == null ? new RowRecords(capture, table, values) : new OutboxRecords(table, values);
    }

    /** The same change at the same place always makes the same record, or always none. */
    public Optional<ProducerRecord<String, byte @Nullable []>> toKafka(Change change, Position position) {
        // A row of a first snapshot and the change after it stand at the same position.
        var mark = change.ofSnapshot() ? ":s" : ":";
        return toKafka(change, position.log() + mark + position.records());
    }

    /** @param row counts the rows that belong to the mark at {@code position} */
    public Optional<ProducerRecord<String, byte @Nullable []>> toKafka(Change change, Position position, int row) {
        return toKafka(change, position.log() + ':' + position.records() + '.' + row);
    }

    private Optional<ProducerRecord<String, byte @Nullable []>> toKafka(Change change, String place) {
        var table = tables.get(change.record().topic());
        if (table == null) {
            throw new UnfitChangeException(
                    "No captured table has changes on " + change.record().topic());
        }
        return table.of(change, place);
    }
}
