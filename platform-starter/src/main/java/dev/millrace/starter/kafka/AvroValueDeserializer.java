package dev.millrace.starter.kafka;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.serializer.DeserializationException;

/**
 * The default value deserialiser of a service's consumers. Bytes that no retry can help become a
 * {@link DeserializationException} in place of the value, which never gets as far as a listener; when the registry is
 * away, the poll fails and is tried again, so that no good record is given up.
 */
public final class AvroValueDeserializer implements Deserializer<Object> {

    private Deserializer<SpecificRecord> avro = (_, _) -> {
        throw new IllegalStateException("The deserialiser has not been configured");
    };

    @Override
    public void configure(Map<String, ?> settings, boolean isKey) {
        avro = SharedSerdes.of(settings).deserializer();
    }

    @Override
    public @Nullable Object deserialize(String topic, byte @Nullable [] bytes) {
        try {
            return avro.deserialize(topic, bytes);
        } catch (SerializationException e) {
            return new DeserializationException(
                    String.valueOf(e.getMessage()), bytes == null ? new byte[0] : bytes, false, e);
        }
    }
}
