package dev.millrace.broker.topics;

import dev.millrace.broker.declared.DeclaredFile;
import dev.millrace.broker.declared.DeclaredSettings;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

@Configuration(proxyBeanMethods = false)
class TopicsConfiguration {

    @Bean
    Catalogue catalogue(DeclaredSettings settings) {
        return DeclaredFile.read(settings.file("topics.yml"), Catalogue.class)
                .replicated(settings.replication(), settings.minInsyncReplicas());
    }

    /** The topics come last: when they are there, so are their users. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    Topics topics(Catalogue catalogue, Admin admin) {
        return new Topics(catalogue, new Cluster(admin));
    }

    @Bean
    TopicImport topicImport(Admin admin, DeclaredSettings settings) {
        return new TopicImport(new Cluster(admin)::topics, settings);
    }
}
