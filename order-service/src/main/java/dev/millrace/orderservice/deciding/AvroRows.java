package dev.millrace.orderservice.deciding;

import dev.millrace.contracts.avro.TrustedClasses;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;
import org.apache.avro.message.MessageDecoder;
import org.apache.avro.message.MessageEncoder;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Keeps values in Avro's single-object encoding: each names the schema it was written with by its fingerprint. Whoever changes
 * a schema of the stores adds the one that was written until then to its decoder, or what is stored can't be read any more.
 */
final class AvroRows {

    static {
        TrustedClasses.trust();
    }

    private AvroRows() {}

    static <T, R> Serde<T> serde(
            Function<T, R> write, MessageEncoder<R> encoder, Function<R, T> read, MessageDecoder<R> decoder) {
        Serializer<T> serializer = (_, value) -> value == null ? null : encode(write.apply(value), encoder);
        Deserializer<T> deserializer = (_, bytes) -> bytes == null ? null : read.apply(decode(bytes, decoder));
        return Serdes.serdeFrom(serializer, deserializer);
    }

    private static <R> byte[] encode(R row, MessageEncoder<R> encoder) {
        try {
            var bytes = new ByteArrayOutputStream();
            encoder.encode(row, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <R> R decode(byte[] bytes, MessageDecoder<R> decoder) {
        try {
            return decoder.decode(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
