package dev.millrace.contracts.avro;

import java.nio.ByteBuffer;
import org.apache.kafka.common.errors.SerializationException;

/** Confluent's wire format: a zero byte, the schema's id in four bytes, Avro's binary encoding. */
final class WireFormat {

    static final int HEADER_BYTES = 5;
    private static final byte MAGIC = 0;

    private WireFormat() {}

    static byte[] header(int schemaId) {
        return ByteBuffer.allocate(HEADER_BYTES).put(MAGIC).putInt(schemaId).array();
    }

    static int schemaId(byte[] bytes) {
        if (bytes.length < HEADER_BYTES || bytes[0] != MAGIC) {
            throw new SerializationException("The value is not in the Confluent wire format");
        }
        return ByteBuffer.wrap(bytes).getInt(1);
    }
}
