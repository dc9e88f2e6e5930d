package dev.millrace.broker;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.broker.node.Nodes;
import dev.millrace.broker.node.TestClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerKilledTest {

    private static final String TOPIC = "events.orders";
    private static final int WRITERS = 12;
    private static final int RECORDS_A_TRANSACTION = 6;
    private static final int ENOUGH = 300;

    @TempDir
    Path folder;

    private final Map<String, ?> ports = Map.of(
            "millrace.broker.port", Nodes.freePort(),
            "millrace.broker.controller-port", Nodes.freePort(),
            "server.port", Nodes.freePort());
    private final Queue<String> committed = new ConcurrentLinkedQueue<>();

    /**
     * With many transactions between their commit and its markers when the node dies, which is where Kafka 4.3 and 4.4 lose
     * some (KAFKA-20734).
     */
    @Test
    void servesEveryCommittedTransactionAgain() throws Exception {
        try (var broker = BrokerProcess.start(folder, ports).awaitReady()) {
            var writers = IntStream.range(0, WRITERS)
                    .mapToObj(number -> Thread.ofVirtual().start(() -> commitUntilItDies(broker, number)))
                    .toList();
            await().atMost(ofSeconds(60)).until(() -> committed.size() > ENOUGH);
            broker.kill();
            for (var writer : writers) {
                writer.join();
            }
        }
        try (var broker = BrokerProcess.start(folder, ports).awaitReady();
                var client = new TestClient(broker.client("operator"))) {
            await().atMost(ofSeconds(60))
                    .untilAsserted(
                            () -> assertThat(client.openTransactions(TOPIC)).isEmpty());
            assertThat(client.readCommitted(TOPIC))
                    .doesNotHaveDuplicates()
                    .containsAll(committed.stream()
                            .flatMap(BrokerKilledTest::records)
                            .toList());
        }
    }

    private void commitUntilItDies(BrokerProcess broker, int number) {
        var settings = new HashMap<>(broker.client("operator"));
        settings.putAll(Map.of(
                "transactional.id", "writer-" + number,
                "transaction.timeout.ms", 5_000,
                "retry.backoff.ms", 5,
                "max.block.ms", 5_000));
        var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        try {
            producer.initTransactions();
            for (var round = 0; broker.isAlive(); round++) {
                var transaction = number + "-" + round;
                producer.beginTransaction();
                var sent = records(transaction)
                        .map(value -> producer.send(new ProducerRecord<>(TOPIC, value, value)))
                        .toList();
                producer.commitTransaction();
                assertThat(sent).allSatisfy(record -> assertThat(record).isDone());
                committed.add(transaction);
            }
        } catch (KafkaException e) {
            assertThat(broker.isAlive())
                    .as("only the death of the broker: " + e)
                    .isFalse();
        } finally {
            producer.close(Duration.ZERO);
        }
    }

    private static Stream<String> records(String transaction) {
        return IntStream.range(0, RECORDS_A_TRANSACTION).mapToObj(number -> transaction + "-" + number);
    }
}
