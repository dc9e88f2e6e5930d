package dev.millrace.starter.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.contracts.Contracts;
import dev.millrace.contracts.TestRegistry;
import dev.millrace.contracts.avro.AvroSerdes;
import dev.millrace.orders.commands.CancelOrder;
import dev.millrace.orders.results.CommandAccepted;
import dev.millrace.orders.results.CommandRefused;
import dev.millrace.starter.TestKafka;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.core.KafkaTemplate;

class FailureHandlingTest {

    private static final Duration PATIENCE = ofSeconds(30);

    @TempDir
    static Path folder;

    static TestKafka kafka;
    static TestRegistry registry;
    static ConfigurableApplicationContext service;
    static ListeningService.Listeners listeners;

    @BeforeAll
    static void start() throws Exception {
        kafka = new TestKafka(folder);
        kafka.create("singles", "singles.dlt", "batches", "batches.dlt");
        registry = new TestRegistry(Contracts.schemas());
        service = SpringApplication.run(
                ListeningService.class,
                "--spring.application.name=tested",
                "--spring.main.web-application-type=none",
                "--logging.level.org.apache.kafka=off",
                "--spring.kafka.bootstrap-servers=" + kafka.address(),
                "--millrace.schema-registry.url=" + registry.url());
        listeners = service.getBean(ListeningService.Listeners.class);
    }

    @AfterAll
    static void stop() {
        service.close();
        registry.close();
        kafka.close();
    }

    @AfterEach
    void forget() {
        listeners.forget();
    }

    @ParameterizedTest
    @ValueSource(strings = {"singles", "batches"})
    void deliversRecordsAndTombstones(String topic) {
        send(topic, "a", cancellation());
        send(topic, "b", null);
        awaitSeen("a", "b deleted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"singles", "batches"})
    void putsGarbageAsideWithTheReasonAndGoesOn(String topic) {
        send(topic, "before", cancellation());
        kafka.send(topic, "poison", "garbage".getBytes(UTF_8));
        send(topic, "after", cancellation());

        awaitSeen("before", "after");
        var letter = lastDeadLetter(topic);
        assertThat(letter.key()).isEqualTo("poison");
        assertThat(letter.value()).isEqualTo("garbage".getBytes(UTF_8));
        assertThat(header(letter, DeadLetter.REASON)).contains("Confluent wire format");
        assertThat(header(letter, DeadLetter.TOPIC)).isEqualTo(topic);
        assertThat(header(letter, DeadLetter.SERVICE)).isEqualTo("tested");
    }

    @ParameterizedTest
    @ValueSource(strings = {"singles", "batches"})
    void commitsTheOffsetOfAPoisonRecordThatIsTheLast(String topic) {
        kafka.send(topic, "poison", "garbage".getBytes(UTF_8));
        await().atMost(PATIENCE).until(() -> kafka.committed("tested", topic) == kafka.end(topic));
    }

    @ParameterizedTest
    @ValueSource(strings = {"singles", "batches"})
    void putsRecordsOfAnUnknownSchemaAside(String topic) {
        kafka.send(topic, "poison", new byte[] {0, 0, 0, 9, 9, 1, 2, 3});
        send(topic, "after", cancellation());

        awaitSeen("after");
        assertThat(header(lastDeadLetter(topic), DeadLetter.REASON)).contains("no schema with the id 2313");
    }

    @ParameterizedTest
    @ValueSource(strings = {"singles", "batches"})
    void putsARecordAsideThatTheListenerFailsOnAfterThreeMoreTries(String topic) {
        listeners.failOn("bad", new IllegalStateException("a bug"), Integer.MAX_VALUE);
        send(topic, "bad", cancellation());
        send(topic, "after", cancellation());

        awaitSeen("after");
        var letter = lastDeadLetter(topic);
        assertThat(letter.key()).isEqualTo("bad");
        assertThat(AvroSerdes.connectedTo(registry.url()).deserializer().deserialize(topic, letter.value()))
                .isInstanceOf(CancelOrder.class);
        assertThat(header(letter, DeadLetter.REASON)).isEqualTo("a bug");
        assertThat(listeners.failed()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"singles", "batches"})
    void waitsForAnOutageToPassAndLosesNothing(String topic) {
        var letters = kafka.end(topic + ".dlt");
        listeners.failOn("unlucky", new UncheckedIOException(new ConnectException("database away")), 5);
        send(topic, "unlucky", cancellation());
        send(topic, "after", cancellation());

        awaitSeen("unlucky", "after");
        assertThat(kafka.end(topic + ".dlt")).isEqualTo(letters);
    }

    @ParameterizedTest
    @ValueSource(strings = {"singles", "batches"})
    void waitsForARegistryThatIsAway(String topic) {
        var letters = kafka.end(topic + ".dlt");
        var bytes = bytesOfATypeNotReadBefore(topic);
        var asked = registry.questions().size();
        registry.goAway();
        kafka.send(topic, "later", bytes);
        await().atMost(PATIENCE).until(() -> registry.questions().size() > asked + 1);
        registry.comeBack();

        awaitSeen("later");
        assertThat(kafka.end(topic + ".dlt")).isEqualTo(letters);
    }

    private static byte[] bytesOfATypeNotReadBefore(String topic) {
        var ids = CommandAccepted.newBuilder().setCommandId(UUID.randomUUID()).setOrderId(UUID.randomUUID());
        var value = topic.equals("singles")
                ? ids.setVersion(1).setEvents(1).build()
                : new CommandRefused(UUID.randomUUID(), UUID.randomUUID(), 1L, "NO_LINES", "An order needs lines.");
        return AvroSerdes.connectedTo(registry.url()).serializer().serialize(topic, value);
    }

    private static void send(String topic, String key, @Nullable SpecificRecord value) {
        @SuppressWarnings("unchecked")
        KafkaTemplate<String, SpecificRecord> template = service.getBean(KafkaTemplate.class);
        template.send(topic, key, value).join();
    }

    private static void awaitSeen(String... keys) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(listeners.seen()).containsSubsequence(keys));
    }

    private static ConsumerRecord<String, byte[]> lastDeadLetter(String topic) {
        return kafka.read(topic + ".dlt").getLast();
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    private static CancelOrder cancellation() {
        return CancelOrder.newBuilder()
                .setOrderId(UUID.randomUUID())
                .setCommandId(UUID.randomUUID())
                .setAt(Instant.ofEpochMilli(1))
                .build();
    }
}
