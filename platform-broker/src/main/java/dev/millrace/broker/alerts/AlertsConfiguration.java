package dev.millrace.broker.alerts;

import dev.millrace.broker.declared.ClusterConnection;
import dev.millrace.contracts.avro.AvroSerdes;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Alerts are Avro, so nobody is told of them where there is no schema registry. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(AlertsConfiguration.REGISTRY)
class AlertsConfiguration {

    static final String REGISTRY = "millrace.schema-registry.url";

    @Bean
    AlertTopic alertTopic(ClusterConnection cluster, @Value("${" + REGISTRY + "}") URI registry) {
        return new AlertTopic(cluster, AvroSerdes.connectedTo(registry));
    }
}
