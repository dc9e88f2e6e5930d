package dev.millrace.contracts.avro;

import org.apache.kafka.common.KafkaException;

/** The schema registry could not answer; the record itself may be fine, so this is worth trying again. */
public final class RegistryUnavailableException extends KafkaException {

    RegistryUnavailableException(String registry, Exception cause) {
        super("The schema registry at " + registry + " does not answer", cause);
    }
}
