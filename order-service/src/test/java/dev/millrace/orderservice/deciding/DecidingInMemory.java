package dev.millrace.orderservice.deciding;

import static dev.millrace.contracts.Topics.NOTIFICATION_TASKS;
import static dev.millrace.contracts.Topics.ORDER_COMMANDS;
import static dev.millrace.contracts.Topics.ORDER_EVENTS;
import static dev.millrace.contracts.Topics.ORDER_RESULTS;
import static dev.millrace.contracts.Topics.USER_CHANGES;
import static dev.millrace.contracts.Topics.deadLettersOf;

import dev.millrace.contracts.avro.AvroSerdes;
import dev.millrace.orderservice.deciding.stored.EventRow;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The topology without a broker. */
final class DecidingInMemory implements AutoCloseable {

    private final AvroSerdes serdes = AvroSerdes.standalone();
    private final TopologyTestDriver driver =
            new TopologyTestDriver(OrderTopology.of(serdes, new UncommittedOrders()), settings());
    private final TestInputTopic<String, byte[]> commands =
            driver.createInputTopic(ORDER_COMMANDS, new StringSerializer(), new ByteArraySerializer());
    private final TestInputTopic<String, byte[]> users =
            driver.createInputTopic(USER_CHANGES, new StringSerializer(), new ByteArraySerializer());
    private final TestOutputTopic<String, SpecificRecord> events = output(ORDER_EVENTS, serdes.deserializer());
    private final TestOutputTopic<String, SpecificRecord> results = output(ORDER_RESULTS, serdes.deserializer());
    private final TestOutputTopic<String, SpecificRecord> tasks = output(NOTIFICATION_TASKS, serdes.deserializer());
    private final TestOutputTopic<String, byte[]> deadLetters =
            output(deadLettersOf(ORDER_COMMANDS), new ByteArrayDeserializer());

    /** As the connector writes it: a change, or the tombstone after a deletion. */
    void userChanged(UUID user, byte @Nullable [] change) {
        users.pipeInput(user.toString(), change);
    }

    void send(SpecificRecord command) {
        send(Commands.ORDER.toString(), command, new RecordHeaders());
    }

    void send(@Nullable String key, @Nullable SpecificRecord command, Headers headers) {
        sendBytes(key, serdes.serializer().serialize(ORDER_COMMANDS, command), headers);
    }

    void sendBytes(@Nullable String key, byte @Nullable [] value, Headers headers) {
        commands.pipeInput(new TestRecord<>(key, value, headers, Commands.NOON));
    }

    List<TestRecord<String, SpecificRecord>> events() {
        return events.readRecordsToList();
    }

    List<TestRecord<String, SpecificRecord>> tasks() {
        return tasks.readRecordsToList();
    }

    List<TestRecord<String, SpecificRecord>> results() {
        return results.readRecordsToList();
    }

    SpecificRecord result() {
        return results().getLast().value();
    }

    List<TestRecord<String, byte[]>> deadLetters() {
        return deadLetters.readRecordsToList();
    }

    KeyValueStore<EventKey, EventRow> history() {
        return driver.getKeyValueStore(Stores.HISTORY);
    }

    @Nullable StoredOrder stored() {
        KeyValueStore<String, StoredOrder> orders = driver.getKeyValueStore(Stores.ORDERS);
        return orders.get(Commands.ORDER.toString());
    }

    byte[] bytesOf(SpecificRecord value) {
        return serdes.serializer().serialize(ORDER_EVENTS, value);
    }

    @Override
    public void close() {
        driver.close();
    }

    private <V> TestOutputTopic<String, V> output(String topic, Deserializer<V> values) {
        return driver.createOutputTopic(topic, new StringDeserializer(), values);
    }

    private static Properties settings() {
        var settings = new Properties();
        settings.putAll(Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG, "order-service",
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:9092",
                StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, UnreadableCommandHandler.class,
                StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, UndecidableCommandHandler.class,
                StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class));
        return settings;
    }
}
