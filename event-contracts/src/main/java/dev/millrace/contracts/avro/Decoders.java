package dev.millrace.contracts.avro;

import dev.millrace.contracts.upcasting.Upcasters;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** Reads records of every type for which there is a class, whichever version of its schema they were written with. */
final class Decoders {

    static {
        TrustedClasses.trust();
    }

    private record Reader(String type, DatumReader<SpecificRecord> avro) {}

    private final SchemaRegistry registry;
    private final Upcasters upcasters;
    private final Map<Integer, Reader> readers = new ConcurrentHashMap<>();

    Decoders(SchemaRegistry registry, Upcasters upcasters) {
        this.registry = registry;
        this.upcasters = upcasters;
    }

    @Nullable SpecificRecord decode(String topic, byte @Nullable [] bytes) {
        return bytes == null ? null : decode(bytes);
    }

    private SpecificRecord decode(byte[] bytes) {
        var reader = readers.computeIfAbsent(WireFormat.schemaId(bytes), this::readerOf);
        try {
            return read(bytes, reader.avro());
        } catch (IOException | RuntimeException e) {
            throw new SerializationException("The value is not a " + reader.type(), e);
        }
    }

    private static SpecificRecord read(byte[] bytes, DatumReader<SpecificRecord> reader) throws IOException {
        var length = bytes.length - WireFormat.HEADER_BYTES;
        var decoder = DecoderFactory.get().binaryDecoder(bytes, WireFormat.HEADER_BYTES, length, null);
        var value = reader.read(null, decoder);
        if (!decoder.isEnd()) {
            throw new IOException("Bytes are left behind the record");
        }
        return value;
    }

    private Reader readerOf(int schemaId) {
        var written = registry.schemaOf(schemaId);
        var type = classOf(written);
        var current = SpecificData.get().getSchema(type);
        var model = SpecificData.getForClass(type);
        return new Reader(
                written.getFullName(),
                upcasters.readerOf(written, schema -> new SpecificDatumReader<>(schema, current, model)));
    }

    /** Avro trusts no class by itself, whatever a schema says; records, enums and fixed types of ours it may load. */
    private static Class<? extends SpecificRecord> classOf(Schema written) {
        try {
            var type = SpecificData.get().getClass(written);
            if (type != null && SpecificRecord.class.isAssignableFrom(type)) {
                return type.asSubclass(SpecificRecord.class);
            }
        } catch (SecurityException e) {
            throw new UnknownRecordTypeException(written.getFullName(), e);
        }
        throw new UnknownRecordTypeException(written.getFullName(), null);
    }
}
