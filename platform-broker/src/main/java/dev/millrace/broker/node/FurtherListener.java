package dev.millrace.broker.node;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One more way for clients to come in and prove who they are.
 *
 * @param advertised the address that clients are told, such as {@code localhost:9092}, where it is another than the one listened on
 * @param protocol SSL, SASL_SSL or SASL_PLAINTEXT
 * @param kafka settings of this listener alone, by Kafka's names without {@code listener.name...}; without any, users log in as
 *     they do at the listener for clients
 */
record FurtherListener(
        @Min(1) @Max(65535) int port,
        @Nullable String advertised,
        @DefaultValue("SASL_SSL") Protocol protocol,
        @DefaultValue Map<String, String> kafka) {

    /** One that lets everybody in is not among them. */
    enum Protocol {
        SSL,
        SASL_SSL,
        SASL_PLAINTEXT
    }
}
