package dev.millrace.benchmarks.replay;

import static dev.millrace.contracts.Topics.ORDER_COMMANDS;

import dev.millrace.contracts.avro.AvroSerdes;
import dev.millrace.contracts.events.CloudEvent;
import dev.millrace.local.LocalPlatform;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Orders by the topic of commands, past HTTP: what order-service makes of them is the same. */
final class Commands implements AutoCloseable {

    private static final int BATCH_BYTES = 128 * 1024;
    private static final int LINGER_MILLIS = 20;

    private final Producer<String, SpecificRecord> producer;
    private final Map<Integer, UUID> last = new ConcurrentHashMap<>();
    private volatile @Nullable Exception failure;

    Commands(LocalPlatform platform) {
        var settings = new HashMap<>(platform.kafkaAs("operator"));
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
        producer = new KafkaProducer<>(
                settings,
                new StringSerializer(),
                AvroSerdes.connectedTo(platform.schemaRegistry()).serializer());
    }

    /** Returns the last order of each partition: when all is decided about these, all is about all. */
    Collection<UUID> send(int firstOrder, int orders) {
        for (var number = firstOrder; number < firstOrder + orders; number++) {
            send(new SampleOrder(number));
        }
        producer.flush();
        if (failure != null) {
            throw new IllegalStateException("Not every command was sent", failure);
        }
        return List.copyOf(last.values());
    }

    private void send(SampleOrder order) {
        for (var command : order.commands()) {
            var _ = producer.send(record(order.id(), command), arrivalOf(order.id()));
        }
    }

    private Callback arrivalOf(UUID order) {
        return (where, refusal) -> {
            if (refusal == null) {
                last.put(where.partition(), order);
            } else {
                failure = refusal;
            }
        };
    }

    private static ProducerRecord<String, SpecificRecord> record(UUID order, SampleOrder.Command command) {
        var type = CloudEvent.typeOf(command.value());
        return CloudEvent.of(command.id().toString(), type, "/benchmarks", Instant.EPOCH, order.toString())
                .toRecord(ORDER_COMMANDS, order.toString(), command.value());
    }

    @Override
    public void close() {
        producer.close();
    }
}
