package dev.millrace.broker.topics;

import dev.millrace.broker.node.KafkaNode;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.springframework.boot.io.ApplicationResourceLoader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TopicsConfiguration {

    @Bean
    Admin admin(KafkaNode node, TopicsSettings settings) {
        var timeout = Math.toIntExact(settings.answerWithin().toMillis());
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                node.address(),
                AdminClientConfig.CLIENT_ID_CONFIG,
                "platform-broker",
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                timeout,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                timeout));
    }

    @Bean
    Catalogue catalogue(TopicsSettings settings) {
        return CatalogueFile.read(ApplicationResourceLoader.get().getResource(settings.catalogue()));
    }

    /** The catalogue comes first: if it can't be read, there is no need to start Kafka. */
    @Bean(initMethod = "apply")
    Topics topics(Catalogue catalogue, Admin admin) {
        return new Topics(catalogue, new Cluster(admin));
    }
}
