package dev.millrace.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.apache.avro.Conversions.DecimalConversion;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who has none of the platform's classes: no more than Kafka, Avro and the address of the registry. */
class PlainReaderTest {

    private static final int HEADER = 1 + Integer.BYTES;

    private final UUID order = UUID.randomUUID();
    private final UUID customer = RunningPlatform.customer();

    @Test
    void readsTheEventsOfAnOrder() throws Exception {
        var placed = RunningPlatform.orders().put("/orders/" + order, Samples.order(customer, "Coffee mill"));
        assertThat(placed.status()).isEqualTo(201);

        assertThat(eventsOfTheOrder()).singleElement().satisfies(bytes -> {
            var event = decode(bytes);
            assertThat(event.getSchema().getName()).isEqualTo("OrderPlaced");
            assertThat(event.get("orderId")).hasToString(order.toString());
            assertThat(event.get("customerId")).hasToString(customer.toString());
            assertThat(event.get("country")).hasToString("Norway");
            assertThat(event.get("version")).isEqualTo(1L);
            assertThat(amount(event, "total")).isEqualByComparingTo("99.80");
            assertThat((List<?>) event.get("lines")).singleElement().satisfies(line -> {
                assertThat(((GenericRecord) line).get("sku")).hasToString("MILL-1");
                assertThat(((GenericRecord) line).get("quantity")).isEqualTo(2);
                assertThat(amount((GenericRecord) line, "unitPrice")).isEqualByComparingTo("49.90");
            });
        });
    }

    private List<byte[]> eventsOfTheOrder() {
        var settings = new HashMap<>(RunningPlatform.get().kafkaAs("ledger"));
        settings.put("isolation.level", "read_committed");
        var key = order.toString().getBytes(StandardCharsets.UTF_8);
        var events = new ArrayList<byte[]>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor("events.orders").stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var end = consumer.endOffsets(partitions);
            while (end.entrySet().stream().anyMatch(each -> consumer.position(each.getKey()) < each.getValue())) {
                for (var event : consumer.poll(Duration.ofMillis(200))) {
                    if (Arrays.equals(event.key(), key)) {
                        events.add(event.value());
                    }
                }
            }
        }
        return events;
    }

    /** Confluent's wire format: a zero, the id of the schema, and Avro. */
    private static GenericRecord decode(byte[] bytes) throws IOException, InterruptedException {
        var header = ByteBuffer.wrap(bytes);
        assertThat(header.get()).isZero();
        var schema = schema(header.getInt());
        var avro = DecoderFactory.get().binaryDecoder(bytes, HEADER, bytes.length - HEADER, null);
        return new GenericDatumReader<GenericRecord>(schema).read(null, avro);
    }

    private static Schema schema(int id) throws IOException, InterruptedException {
        var address = URI.create(RunningPlatform.get().schemaRegistry() + "/schemas/ids/" + id);
        assertThat(address).hasPath("/apis/ccompat/v7/schemas/ids/" + id);
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
            return new Schema.Parser()
                    .parse(JsonMapper.shared()
                            .readTree(answer.body())
                            .required("schema")
                            .asString());
        }
    }

    private static BigDecimal amount(GenericRecord owner, String field) {
        var money = (GenericRecord) owner.get(field);
        var schema = money.getSchema().getField("amount").schema();
        return new DecimalConversion().fromBytes((ByteBuffer) money.get("amount"), schema, schema.getLogicalType());
    }
}
