package dev.millrace.broker;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writers with a key each, who count up at a leisurely pace and remember what they were told is written. */
final class Writers implements AutoCloseable {

    private static final int IN_FLIGHT = 5;
    private static final Duration PACE = Duration.ofMillis(40);

    private final String topic;
    private final Map<String, Object> settings;
    private final List<Thread> threads;
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Instant> lastAnswer = new AtomicReference<>(Instant.now());
    private final AtomicReference<Duration> longestSilence = new AtomicReference<>(Duration.ZERO);
    private volatile boolean writing = true;

    Writers(Map<String, Object> client, String topic, int count) {
        this.topic = topic;
        this.settings = new HashMap<>(client);
        settings.putAll(Map.of(
                "acks", "all",
                "enable.idempotence", true,
                "linger.ms", 0,
                "request.timeout.ms", 3_000,
                "delivery.timeout.ms", 120_000,
                "max.block.ms", 120_000));
        threads = IntStream.range(0, count)
                .mapToObj(number -> Thread.ofPlatform().start(() -> write("writer-" + number)))
                .toList();
    }

    private void write(String key) {
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            var room = new Semaphore(IN_FLIGHT);
            for (var next = 0; writing; next++) {
                LockSupport.parkNanos(PACE.toNanos());
                var value = key + ":" + next;
                room.acquireUninterruptibly();
                producer.send(new ProducerRecord<>(topic, key, value), (_, failure) -> {
                    if (failure == null) {
                        answered(value);
                    } else {
                        refused.add(value + ": " + failure);
                    }
                    room.release();
                });
            }
        }
    }

    private void answered(String value) {
        acknowledged.add(value);
        var now = Instant.now();
        var silence = Duration.between(lastAnswer.getAndSet(now), now);
        longestSilence.accumulateAndGet(silence, (a, b) -> a.compareTo(b) > 0 ? a : b);
    }

    void awaitProgress() {
        var before = acknowledged.size();
        await().atMost(BrokerCluster.PATIENCE).until(() -> acknowledged.size() > before + 100);
    }

    /** The longest time since the last call in which nobody was told that something is written. */
    Duration longestSilence() {
        return longestSilence.getAndSet(Duration.ZERO);
    }

    /** What was not written, and why. */
    List<String> refused() {
        return List.copyOf(refused);
    }

    /** In the order of the answers, which for one key is that of the writing. */
    List<String> acknowledged() {
        return new ArrayList<>(acknowledged);
    }

    @Override
    public void close() throws InterruptedException {
        writing = false;
        for (var thread : threads) {
            thread.join();
        }
    }
}
