package dev.millrace.broker.metrics;

import dev.millrace.broker.ConditionalOnNode;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConditionalOnNode
class MetricsConfiguration {

    @Bean
    KafkaMetrics kafkaMetrics(PrometheusRegistry registry) {
        var metrics = new KafkaMetrics();
        registry.register(metrics);
        return metrics;
    }
}
