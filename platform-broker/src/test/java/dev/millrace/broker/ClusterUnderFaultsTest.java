package dev.millrace.broker;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.broker.node.TestClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterUnderFaultsTest {

    private static final String TOPIC = "events.orders";
    private static final int FAULTS = 20;
    private static final int WRITERS = 6;

    @TempDir
    Path folder;

    private BrokerCluster cluster;

    @BeforeEach
    void start() throws IOException {
        cluster = BrokerCluster.start(folder);
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    /** What may happen to one broker while the others go on. */
    private enum Fault {
        KILLED,
        PAUSED,
        STOPPED
    }

    @Test
    void keepsWhatItAcknowledgedOnceAndInOrder() throws Exception {
        var seed = Long.getLong("millrace.seed", System.nanoTime());
        System.out.printf("Faults of seed %d%n", seed);
        var random = new Random(seed);
        var writers = new Writers(cluster.client("operator"), TOPIC, WRITERS);
        try (writers;
                var client = new TestClient(cluster.client("operator"))) {
            for (var fault = 1; fault <= FAULTS; fault++) {
                writers.awaitProgress();
                BrokerCluster.awaitFullInSyncSets(client, TOPIC);
                var _ = writers.longestSilence();
                var number = BrokerCluster.NUMBERS.get(random.nextInt(BrokerCluster.NUMBERS.size()));
                var kind = Fault.values()[random.nextInt(Fault.values().length)];
                strike(number, kind, writers);
                System.out.printf(
                        "%2d: broker %d %s, nothing was acknowledged for %d ms%n",
                        fault, number, kind, writers.longestSilence().toMillis());
            }
        }
        try (var client = new TestClient(cluster.client("operator"))) {
            var written = client.readCommitted(TOPIC);
            assertThat(writers.refused()).isEmpty();
            assertThat(written).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(writers.acknowledged());
            assertThat(written.stream().collect(groupingBy(ClusterUnderFaultsTest::writer)))
                    .hasSize(WRITERS)
                    .allSatisfy((_, values) -> assertThat(values).isSortedAccordingTo(byNumber()));
        }
    }

    private void strike(int number, Fault kind, Writers writers) throws Exception {
        var broker = cluster.broker(number);
        switch (kind) {
            case KILLED -> {
                broker.kill();
                writers.awaitProgress();
                cluster.start(number);
            }
            case PAUSED -> {
                broker.pause();
                writers.awaitProgress();
                broker.resume();
            }
            case STOPPED -> {
                broker.stop();
                writers.awaitProgress();
                cluster.start(number);
            }
        }
        cluster.broker(number).awaitReady();
    }

    @Test
    void refusesWhatOneBrokerAloneWouldHaveToKeep() throws Exception {
        var impatient = new HashMap<>(cluster.client("operator"));
        impatient.putAll(Map.of(
                "acks", "all",
                "request.timeout.ms", 2_000,
                "delivery.timeout.ms", 5_000,
                "max.block.ms", 20_000,
                "linger.ms", 0));
        try (var producer = new KafkaProducer<>(impatient, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, "key", "before")).get(); // or it would ask for its id, for ever
            cluster.broker(2).kill();
            cluster.broker(3).kill();
            assertThatThrownBy(() -> producer.send(new ProducerRecord<>(TOPIC, "key", "meanwhile"))
                            .get(60, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(TimeoutException.class);
        }
        cluster.start(2);
        cluster.start(3);
        cluster.broker(2).awaitReady();
        cluster.broker(3).awaitReady();
        try (var client = new TestClient(cluster.client("operator"))) {
            client.send(TOPIC, "after");
            assertThat(client.readCommitted(TOPIC)).contains("before", "after");
        }
    }

    private static String writer(String value) {
        return value.substring(0, value.indexOf(':'));
    }

    private static Comparator<String> byNumber() {
        return Comparator.comparing(value -> Integer.valueOf(value.substring(value.indexOf(':') + 1)));
    }
}
