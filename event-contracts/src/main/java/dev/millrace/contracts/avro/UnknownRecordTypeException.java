package dev.millrace.contracts.avro;

import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** A record was written with a type for which this service has no class. */
public final class UnknownRecordTypeException extends SerializationException {

    UnknownRecordTypeException(String type, @Nullable Throwable cause) {
        super("This service has no class for records of the type " + type, cause);
    }
}
