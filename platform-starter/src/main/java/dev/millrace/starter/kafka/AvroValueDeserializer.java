package dev.millrace.starter.kafka;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.serializer.SerializationUtils;

/**
 * The default value deserialiser of a service's consumers. Bytes that no retry can help become a null value and a header
 * that says why; when the registry is away, the poll fails instead and is tried again.
 */
public final class AvroValueDeserializer implements Deserializer<SpecificRecord> {

    private Deserializer<SpecificRecord> avro = (_, _) -> {
        throw new IllegalStateException("The deserialiser has not been configured");
    };

    @Override
    public void configure(Map<String, ?> settings, boolean isKey) {
        avro = SharedSerdes.of(settings).deserializer();
    }

    @Override
    public @Nullable SpecificRecord deserialize(String topic, byte @Nullable [] bytes) {
        return avro.deserialize(topic, bytes);
    }

    @Override
    public @Nullable SpecificRecord deserialize(String topic, Headers headers, byte @Nullable [] bytes) {
        try {
            return avro.deserialize(topic, bytes);
        } catch (SerializationException e) {
            SerializationUtils.deserializationException(headers, bytes == null ? new byte[0] : bytes, e, false);
            return null;
        }
    }
}
