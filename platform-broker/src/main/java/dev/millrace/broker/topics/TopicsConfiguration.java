package dev.millrace.broker.topics;

import dev.millrace.broker.node.KafkaNode;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TopicsConfiguration {

    @Bean
    Admin admin(KafkaNode node) {
        return Admin.create(Map.of("bootstrap.servers", node.address(), "client.id", "platform-broker"));
    }

    @Bean(initMethod = "apply")
    Topics topics(Admin admin, TopicsSettings settings) {
        return new Topics(CatalogueFile.read(settings.catalogue()), new Cluster(admin, settings.timeout()));
    }
}
