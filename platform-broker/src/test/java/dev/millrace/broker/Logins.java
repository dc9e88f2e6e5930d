package dev.millrace.broker;

import java.util.Map;

/** What clients need to come in as a user. */
public final class Logins {

    private Logins() {}

    public static Map<String, Object> client(String address, String user, String password) {
        return Map.of(
                "bootstrap.servers",
                address,
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "SCRAM-SHA-512",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                        .formatted(user, password));
    }
}
