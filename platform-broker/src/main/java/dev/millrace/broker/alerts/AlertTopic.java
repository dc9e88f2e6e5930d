package dev.millrace.broker.alerts;

import static dev.millrace.contracts.Topics.PLATFORM_ALERTS;
import static java.util.Objects.requireNonNull;

import dev.millrace.alerts.Alert;
import dev.millrace.broker.declared.ClusterConnection;
import dev.millrace.contracts.avro.AvroSerdes;
import dev.millrace.contracts.events.CloudEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells who reads {@code alerts.platform} of concerns: once when one comes up, and once when it has passed. Which alerts fire is read from the
 * topic itself, so whoever takes over goes on from there. Clients of Kafka live only while there is something to tell, which is seldom.
 */
public final class AlertTopic {

    private static final Logger log = LoggerFactory.getLogger(AlertTopic.class);

    private static final TopicPartition PARTITION = new TopicPartition(PLATFORM_ALERTS, 0);
    private static final String SOURCE = "/platform-broker";
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int PATIENCE_MILLIS = 10_000;

    private final ClusterConnection cluster;
    private final AvroSerdes serdes;
    private @Nullable Firing firing;

    AlertTopic(ClusterConnection cluster, AvroSerdes serdes) {
        this.cluster = cluster;
        this.serdes = serdes;
    }

    /**
     * Tells in what the concerns of now differ from those told before. What can't be told now is told the next time.
     *
     * @param concerns all there are
     */
    public void report(Collection<Concern> concerns) {
        try {
            var before = firing == null ? told() : firing;
            var changes = before.changes(concerns, Instant.now());
            tell(changes);
            firing = before.after(changes);
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            log.atWarn().addKeyValue("error.message", e.getMessage()).log("Alerts can't be told now");
        }
    }

    /** Somebody else tells from now on. */
    public void handOver() {
        firing = null;
    }

    private void tell(List<Alert> alerts) {
        if (!alerts.isEmpty()) {
            try (var producer = producer()) {
                var sent = new ArrayList<Future<?>>();
                alerts.forEach(alert -> sent.add(producer.send(record(alert))));
                sent.forEach(AlertTopic::await);
            }
        }
    }

    private static void await(Future<?> acknowledged) {
        try {
            acknowledged.get();
        } catch (ExecutionException e) {
            throw new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static ProducerRecord<String, SpecificRecord> record(Alert alert) {
        var key = Concern.keyOf(alert);
        return CloudEvent.of(UUID.randomUUID().toString(), CloudEvent.typeOf(alert), SOURCE, alert.getAt(), key)
                .toRecord(PLATFORM_ALERTS, key, alert);
    }

    private Firing told() {
        var told = new ArrayList<Alert>();
        try (var consumer = consumer()) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            long end = requireNonNull(consumer.endOffsets(List.of(PARTITION)).get(PARTITION));
            while (consumer.position(PARTITION) < end) {
                for (ConsumerRecord<String, SpecificRecord> record : consumer.poll(POLL)) {
                    if (record.value() instanceof Alert alert) {
                        told.add(alert);
                    }
                }
            }
        }
        return new Firing(Map.of()).after(told);
    }

    private KafkaProducer<String, SpecificRecord> producer() {
        return new KafkaProducer<>(
                cluster.with(Map.of(
                        ProducerConfig.CLIENT_ID_CONFIG,
                        "platform-broker-alerts",
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        PATIENCE_MILLIS,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        PATIENCE_MILLIS / 2,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        PATIENCE_MILLIS)),
                new StringSerializer(),
                serdes.serializer());
    }

    private KafkaConsumer<String, SpecificRecord> consumer() {
        return new KafkaConsumer<>(
                cluster.with(Map.of(
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        "platform-broker-alerts",
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        PATIENCE_MILLIS)),
                new StringDeserializer(),
                serdes.deserializer());
    }
}
