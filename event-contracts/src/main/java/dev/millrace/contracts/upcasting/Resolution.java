package dev.millrace.contracts.upcasting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/** Avro's schema resolution of a record that has been read already. */
final class Resolution {

    private Resolution() {}

    static GenericRecord resolve(GenericRecord older, Schema newer) {
        return resolve(older, new GenericDatumReader<>(older.getSchema(), newer));
    }

    static <T> T resolve(GenericRecord record, DatumReader<T> reader) {
        try {
            var bytes = new ByteArrayOutputStream();
            var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
            new GenericDatumWriter<>(record.getSchema()).write(record, encoder);
            return reader.read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
