package dev.millrace.starter.kafka;

import static java.util.Objects.requireNonNull;

import dev.millrace.contracts.avro.AvroSerdes;
import java.util.Map;

/** Hands the application's serdes to clients that Kafka instantiates, as one of their settings. */
final class SharedSerdes {

    private static final String SETTING = "millrace.avro.serdes";

    private SharedSerdes() {}

    static Map<String, Object> asSetting(AvroSerdes serdes) {
        return Map.of(SETTING, serdes);
    }

    static AvroSerdes of(Map<String, ?> settings) {
        return (AvroSerdes) requireNonNull(settings.get(SETTING), SETTING);
    }
}
