package dev.millrace.starter.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import dev.millrace.starter.outages.Outages;
import java.time.Duration;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;

class BrokerAwayTest {

    @Test
    @SuppressWarnings("unchecked")
    void costsASenderNoMoreThanTheProducerMayBlock() {
        try (var service = SpringApplication.run(
                Service.class,
                "--spring.application.name=tested",
                "--spring.main.web-application-type=none",
                "--spring.kafka.bootstrap-servers=127.0.0.1:1",
                "--spring.kafka.producer.properties.max.block.ms=500",
                "--logging.level.org.apache.kafka=off")) {
            KafkaTemplate<String, SpecificRecord> template = service.getBean(KafkaTemplate.class);
            var started = System.nanoTime();
            assertThatException()
                    .isThrownBy(() -> template.send("anywhere", "key", null).join())
                    .satisfies(failure -> assertThat(Outages.caused(failure)).isTrue());
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Service {}
}
