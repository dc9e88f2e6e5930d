package dev.millrace.broker.skew;

import dev.millrace.broker.ConditionalOnControl;
import dev.millrace.broker.declared.ClusterConnection;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConditionalOnControl
class SkewConfiguration {

    @Bean
    TopicLook topicLook(Admin admin, ClusterConnection cluster) {
        return new TopicLook(admin, new NewestRecords(cluster));
    }
}
