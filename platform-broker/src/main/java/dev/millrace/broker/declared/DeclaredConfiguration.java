package dev.millrace.broker.declared;

import dev.millrace.broker.node.KafkaNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeclaredConfiguration {

    /** The files come first: if one can't be read, there is no need to start Kafka. */
    @Bean
    ClusterConnection clusterConnection(
            List<Declared> files, ObjectProvider<KafkaNode> node, ControlSettings settings) {
        return Optional.ofNullable(node.getIfAvailable())
                .map(KafkaNode::connection)
                .map(ClusterConnection::new)
                .orElseGet(settings::connection);
    }

    @Bean
    Admin admin(ClusterConnection cluster, DeclaredSettings settings) {
        var timeout = Math.toIntExact(settings.answerWithin().toMillis());
        return Admin.create(cluster.with(Map.of(
                AdminClientConfig.CLIENT_ID_CONFIG, "platform-broker",
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, timeout,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, timeout)));
    }
}
