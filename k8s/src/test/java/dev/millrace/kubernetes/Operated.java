package dev.millrace.kubernetes;

import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What Strimzi's operator makes by itself of the resources of an overlay. */
record Operated(Collection<String> addresses, Map<String, Set<String>> secrets) {

    static Operated by(Overlay overlay) {
        return overlay.all(Kafka.class).stream()
                .findFirst()
                .map(kafka -> new Operated(addresses(kafka), secrets(kafka, overlay)))
                .orElse(new Operated(List.of(), Map.of()));
    }

    private static List<String> addresses(Kafka kafka) {
        return kafka.getSpec().getKafka().getListeners().stream()
                .map(listener -> kafka.getMetadata().getName() + "-kafka-bootstrap:" + listener.getPort())
                .toList();
    }

    private static Map<String, Set<String>> secrets(Kafka kafka, Overlay overlay) {
        var prefix = kafka.getSpec().getEntityOperator().getUserOperator().getSecretPrefix();
        var secrets = new TreeMap<String, Set<String>>();
        secrets.put(kafka.getMetadata().getName() + "-cluster-ca-cert", Set.of("ca.crt", "ca.p12", "ca.password"));
        overlay.names(KafkaUser.class)
                .forEach(user -> secrets.put(prefix + user, Set.of("password", "sasl.jaas.config")));
        return secrets;
    }
}
