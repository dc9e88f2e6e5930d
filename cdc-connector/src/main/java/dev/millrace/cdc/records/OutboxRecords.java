package dev.millrace.cdc.records;

import static java.util.Objects.requireNonNull;

import dev.millrace.cdc.CaptureProperties.Table;
import dev.millrace.contracts.avro.JsonRecords;
import dev.millrace.contracts.avro.UnfitJsonException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Sends what a service has put into its outbox: an inserted row is an event, and its deletion is tidying up. */
final class OutboxRecords implements TableRecords {

    private final String table;
    private final String topic;
    private final String source;
    private final Map<String, Schema> schemas;
    private final Serializer<SpecificRecord> values;

    OutboxRecords(Table table, Serializer<SpecificRecord> values) {
        var outbox = requireNonNull(table.outbox());
        this.table = table.name();
        this.topic = table.topic();
        this.source = outbox.source();
        this.values = values;
        this.schemas = outbox.events().stream()
                .map(SpecificData.get()::getSchema)
                .collect(Collectors.toUnmodifiableMap(Schema::getName, Function.identity()));
    }

    @Override
    public Optional<ProducerRecord<String, byte @Nullable []>> of(Change change, String place) {
        var envelope = change.envelope();
        if (envelope == null) {
            return Optional.empty();
        }
        return switch (envelope.getString("op")) {
            case "c", "r" -> Optional.of(event(OutboxRow.of(envelope.getStruct("after"), table)));
            case "u" ->
                throw new UnfitChangeException("A row of the outbox was changed, but its event may be sent already");
            default -> Optional.empty();
        };
    }

    private ProducerRecord<String, byte @Nullable []> event(OutboxRow row) {
        var value = valueOf(row);
        var record =
                new ProducerRecord<String, byte @Nullable []>(topic, row.subject(), values.serialize(topic, value));
        row.from(source).writeTo(record.headers(), value);
        return record;
    }

    private SpecificRecord valueOf(OutboxRow row) {
        var schema = schemas.get(row.type());
        if (schema == null) {
            throw new UnfitChangeException(
                    "The event %s has a type that is not configured for its outbox".formatted(row.id()));
        }
        try {
            return JsonRecords.read(row.payload(), schema);
        } catch (UnfitJsonException e) {
            throw new UnfitChangeException(
                    "The payload of the event %s is no %s. %s".formatted(row.id(), row.type(), e.getMessage()));
        }
    }
}
