package dev.millrace.starter.kafka;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** The default value serialiser of a service's producers: a class, so that a service can name another in its settings. */
public final class AvroValueSerializer implements Serializer<SpecificRecord> {

    private Serializer<SpecificRecord> avro = (_, _) -> {
        throw new IllegalStateException("The serialiser has not been configured");
    };

    @Override
    public void configure(Map<String, ?> settings, boolean isKey) {
        avro = SharedSerdes.of(settings).serializer();
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable SpecificRecord value) {
        return avro.serialize(topic, value);
    }
}
