package dev.millrace.contracts.avro;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** Writes records of every type, each with the id its schema was registered under. */
final class Encoders {

    private record Encoder(byte[] header, SpecificDatumWriter<SpecificRecord> writer) {}

    private final SchemaRegistry registry;
    private final Map<Schema, Encoder> encoders = new ConcurrentHashMap<>();

    Encoders(SchemaRegistry registry) {
        this.registry = registry;
    }

    byte @Nullable [] encode(String topic, @Nullable SpecificRecord value) {
        return value == null ? null : encode(value);
    }

    private byte[] encode(SpecificRecord value) {
        var encoder = encoders.computeIfAbsent(value.getSchema(), schema -> encoderOf(schema, value));
        try {
            var bytes = new ByteArrayOutputStream(256);
            bytes.write(encoder.header);
            encoder.writer.write(value, EncoderFactory.get().directBinaryEncoder(bytes, null));
            return bytes.toByteArray();
        } catch (IOException | AvroRuntimeException | ClassCastException e) {
            throw new SerializationException("A " + value.getSchema().getFullName() + " does not fit its schema", e);
        }
    }

    private Encoder encoderOf(Schema schema, SpecificRecord value) {
        var model = SpecificData.getForClass(value.getClass());
        return new Encoder(WireFormat.header(registry.idOf(schema)), new SpecificDatumWriter<>(schema, model));
    }
}
