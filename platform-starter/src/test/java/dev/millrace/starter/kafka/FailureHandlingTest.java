package dev.millrace.starter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.contracts.Contracts;
import dev.millrace.orders.commands.CancelOrder;
import dev.millrace.starter.TestKafka;
import dev.millrace.starter.TestRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;

class FailureHandlingTest {

    private static final String SINGLE = "singles";
    private static final String BATCH = "batches";

    @TempDir
    static Path folder;

    static TestKafka kafka;
    static TestRegistry registry;
    static ConfigurableApplicationContext service;
    static Listeners listeners;
    static KafkaTemplate<String, SpecificRecord> template;

    @BeforeAll
    @SuppressWarnings("unchecked")
    static void start() throws Exception {
        kafka = new TestKafka(folder);
        kafka.create(SINGLE, SINGLE + ".dlt", BATCH, BATCH + ".dlt");
        registry = new TestRegistry(Contracts.schemas());
        service = SpringApplication.run(
                Service.class,
                "--spring.application.name=tested",
                "--spring.main.web-application-type=none",
                "--spring.kafka.bootstrap-servers=" + kafka.address(),
                "--millrace.schema-registry.url=" + registry.url());
        listeners = service.getBean(Listeners.class);
        template = service.getBean(KafkaTemplate.class);
    }

    @AfterAll
    static void stop() {
        service.close();
        registry.close();
        kafka.close();
    }

    @Test
    void deliversWhatATemplateSent() throws Exception {
        var sent = cancellation();
        template.send(SINGLE, "a", sent).join();
        assertThat(listeners.next(listeners.singles)).isEqualTo(sent);
    }

    static CancelOrder cancellation() {
        return CancelOrder.newBuilder()
                .setOrderId(UUID.randomUUID())
                .setCommandId(UUID.randomUUID())
                .setAt(Instant.ofEpochMilli(1))
                .build();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Service {

        @Bean
        Listeners listeners() {
            return new Listeners();
        }
    }

    static class Listeners {

        final BlockingQueue<SpecificRecord> singles = new LinkedBlockingQueue<>();
        final BlockingQueue<SpecificRecord> batches = new LinkedBlockingQueue<>();

        @KafkaListener(topics = SINGLE)
        void on(ConsumerRecord<String, SpecificRecord> record) {
            singles.add(record.value());
        }

        @KafkaListener(topics = BATCH, batch = "true")
        void on(List<ConsumerRecord<String, SpecificRecord>> records) {
            records.forEach(record -> batches.add(record.value()));
        }

        static SpecificRecord next(BlockingQueue<SpecificRecord> queue) throws InterruptedException {
            return queue.poll(20, java.util.concurrent.TimeUnit.SECONDS);
        }
    }
}
