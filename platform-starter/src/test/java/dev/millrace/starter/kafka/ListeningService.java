package dev.millrace.starter.kafka;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.BatchListenerFailedException;

/** A service with a listener for single records and one for batches, which fail as they are told. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class ListeningService {

    @Bean
    Listeners listeners() {
        return new Listeners();
    }

    static class Listeners {

        private record Failure(RuntimeException exception, AtomicInteger timesLeft) {}

        private final List<String> seen = new CopyOnWriteArrayList<>();
        private final Map<String, Failure> failures = new ConcurrentHashMap<>();
        private final AtomicInteger failed = new AtomicInteger();

        void failOn(String key, RuntimeException exception, int times) {
            failures.put(key, new Failure(exception, new AtomicInteger(times)));
        }

        List<String> seen() {
            return seen;
        }

        int failed() {
            return failed.get();
        }

        void forget() {
            seen.clear();
            failures.clear();
            failed.set(0);
        }

        @KafkaListener(topics = "singles")
        void on(ConsumerRecord<String, SpecificRecord> record) {
            handle(record);
        }

        @KafkaListener(topics = "batches", batch = "true")
        void on(List<ConsumerRecord<String, SpecificRecord>> records) {
            for (var record : records) {
                try {
                    handle(record);
                } catch (IllegalStateException e) {
                    throw new BatchListenerFailedException("A record failed", e, record);
                }
            }
        }

        private void handle(ConsumerRecord<String, SpecificRecord> record) {
            var failure = failures.get(record.key());
            if (failure != null && failure.timesLeft.getAndDecrement() > 0) {
                failed.incrementAndGet();
                throw failure.exception;
            }
            var value = record.value();
            seen.add(record.key() + (value == null ? " deleted" : ""));
        }
    }
}
