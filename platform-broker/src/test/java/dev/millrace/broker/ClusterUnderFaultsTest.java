package dev.millrace.broker;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.broker.node.TestClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterUnderFaultsTest {

    private static final String TOPIC = "events.orders";

    /** As many as the suite has time for; by {@code -Dmillrace.faults} more of them. */
    private static final int FAULTS = Integer.getInteger("millrace.faults", 10);

    private static final int WRITERS = 6;

    @TempDir
    Path folder;

    private @Nullable Network network;
    private BrokerCluster cluster;

    @BeforeEach
    void start() throws IOException {
        network = Network.isPossible() ? Network.among(BrokerCluster.NUMBERS) : null;
        cluster = BrokerCluster.start(folder, Map.of(), network);
    }

    @AfterEach
    void stop() throws IOException {
        cluster.close();
        if (network != null) {
            network.close();
        }
    }

    /** What may happen to one broker while the others go on. */
    private enum Fault {
        KILLED,
        PAUSED,
        STOPPED,
        /** Alive, and alone; where this user may make networks. */
        CUT_OFF
    }

    @Test
    void keepsWhatItAcknowledgedOnceAndInOrder() throws Exception {
        var seed = Long.getLong("millrace.seed", System.nanoTime());
        System.out.printf("Faults of seed %d%n", seed);
        var random = new Random(seed);
        var kinds = kinds(random);
        var writers = new Writers(cluster.client("operator"), TOPIC, WRITERS);
        try (writers;
                var client = new TestClient(cluster.client("operator"))) {
            for (var fault = 1; fault <= FAULTS; fault++) {
                writers.awaitProgress();
                BrokerCluster.awaitFullInSyncSets(client, TOPIC);
                var _ = writers.longestSilence();
                var number = BrokerCluster.NUMBERS.get(random.nextInt(BrokerCluster.NUMBERS.size()));
                var kind = kinds.get(fault - 1);
                strike(number, kind, writers);
                System.out.printf(
                        "%2d: broker %d %s, nothing was acknowledged for %d ms%n",
                        fault, number, kind, writers.longestSilence().toMillis());
            }
        }
        try (var client = new TestClient(cluster.client("operator"))) {
            var written = client.readCommitted(TOPIC);
            assertThat(writers.refused()).isEmpty();
            assertThat(Set.copyOf(written)).hasSameSizeAs(written).isEqualTo(Set.copyOf(writers.acknowledged()));
            assertThat(written.stream().collect(groupingBy(ClusterUnderFaultsTest::writer)))
                    .hasSize(WRITERS)
                    .allSatisfy((_, values) -> assertThat(values).isSortedAccordingTo(byNumber()));
        }
    }

    /** As many of each, in any order. */
    private List<Fault> kinds(Random random) {
        var possible = network == null ? EnumSet.complementOf(EnumSet.of(Fault.CUT_OFF)) : EnumSet.allOf(Fault.class);
        var kinds = Stream.generate(() -> possible)
                .flatMap(Set::stream)
                .limit(FAULTS)
                .collect(toCollection(ArrayList::new));
        Collections.shuffle(kinds, random);
        return kinds;
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
            case CUT_OFF -> {
                requireNonNull(network).cutOff(number);
                writers.awaitProgress();
                network.reconnect(number);
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
