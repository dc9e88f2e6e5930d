package dev.millrace.contracts.avro;

import org.apache.kafka.common.errors.SerializationException;

/** A producer is newer than the deployment of its schemas: they have to be registered before it starts. */
public final class UnregisteredSchemaException extends SerializationException {

    UnregisteredSchemaException(String subject, String registry) {
        super("The schema " + subject + ", as this service knows it, is not registered at " + registry
                + "; deployments register schemas, services only look them up");
    }
}
