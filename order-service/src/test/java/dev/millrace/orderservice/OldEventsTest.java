package dev.millrace.orderservice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.contracts.OldOrders;
import dev.millrace.contracts.Topics;
import dev.millrace.contracts.upcasting.SchemaVersions;
import dev.millrace.orderservice.deciding.stored.EventRow;
import dev.millrace.orderservice.deciding.stored.LineRow;
import dev.millrace.orderservice.deciding.stored.OrderRow;
import dev.millrace.orderservice.deciding.stored.StatusRow;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** An earlier deployment has left an order: its event in the topic, its state and its history in the changelogs. */
class OldEventsTest {

    private static final int PARTITIONS = 12;
    private static final UUID CUSTOMER = UUID.fromString("019a0000-0000-7000-8000-0000000000c1");

    private final OrderService service = OrderService.running();
    private final OrdersApi orders = service.api();

    @ParameterizedTest
    @CsvSource({"1, 87.60, ", "2, 90.00, France"})
    void areReadAsTodays(int version, BigDecimal total, @Nullable String country) throws IOException {
        var old = new OldOrders(version);
        service.kill();
        leaveBehind(old, old.registeredAt(OrderService.ENGINES.schemaRegistry()), total);
        service.restart();

        var order = "/orders/" + old.orderId();
        isPlaced(orders.get(order + "/events").body().at("/events/0/data"), total, country);
        isPlaced(orders.get(order + "?version=1").body(), total, country);
        await().atMost(ofSeconds(60)).untilAsserted(() -> isPlaced(listed(old), total, country));

        assertThat(orders.pay(old.orderId(), inPounds(total)).status()).isEqualTo(200);
        assertThat(orders.get(order + "?version=2").body().path("status").asString())
                .isEqualTo("PAID");
        await().atMost(ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(listed(old).path("status").asString()).isEqualTo("PAID"));

        assertThat(ended("/admin/read-models/orders/rebuilds").path("state").asString())
                .isEqualTo("SWITCHED");
        isPlaced(listed(old), total, country);
        assertThat(listed(old).path("status").asString()).isEqualTo("PAID");
        assertThat(ended("/admin/verifications").path("differences").valueStream())
                .noneMatch(difference -> difference
                        .path("orderId")
                        .asString()
                        .equals(old.orderId().toString()));
    }

    /** A rebuild or a verification, once it is over. */
    private JsonNode ended(String path) {
        var started = orders.send("POST", path, "").header("Location");
        return await().atMost(ofSeconds(120))
                .until(
                        () -> orders.get(started).body(),
                        job -> !List.of("COPYING", "VERIFYING", "RUNNING")
                                .contains(job.path("state").asString()));
    }

    private JsonNode listed(OldOrders old) {
        return orders.get("/orders?limit=500")
                .body()
                .path("items")
                .valueStream()
                .filter(item ->
                        item.path("orderId").asString().equals(old.orderId().toString()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not listed yet"));
    }

    private static void isPlaced(JsonNode order, BigDecimal total, @Nullable String country) {
        assertThat(order.at("/total/amount").decimalValue()).isEqualByComparingTo(total);
        assertThat(order.at("/total/currency").asString()).isEqualTo("GBP");
        assertThat(order.path("country").asString(null)).isEqualTo(country);
    }

    private static void leaveBehind(OldOrders old, byte[] event, BigDecimal total) throws IOException {
        var key = old.orderId().toString().getBytes(UTF_8);
        var partition = Utils.toPositive(Utils.murmur2(key)) % PARTITIONS;
        new Topic(Topics.ORDER_EVENTS).send(partition, key, event);
        new Topic("order-service-orders-changelog")
                .send(partition, key, bytes(OrderRow.getEncoder().encode(state(old, total))));
        new Topic("order-service-history-changelog").send(partition, firstOf(old.orderId()), bytes(history(event)));
    }

    /** As it was before rows had actors. */
    private static ByteBuffer history(byte[] event) throws IOException {
        var schema =
                SchemaVersions.kept(EventRow.getClassSchema().getFullName()).schema(1);
        var row = new GenericRecordBuilder(schema)
                .set("commandId", UUID.randomUUID().toString())
                .set("correlationId", "long ago")
                .set("event", ByteBuffer.wrap(event))
                .build();
        return new BinaryMessageEncoder<GenericRecord>(GenericData.get(), schema).encode(row);
    }

    private static OrderRow state(OldOrders old, BigDecimal total) {
        var first = old.version() == 1;
        return new OrderRow(
                1L,
                StatusRow.AWAITING_PAYMENT,
                CUSTOMER,
                first ? null : "France",
                Instant.parse(first ? "2009-12-01T07:45:00Z" : "2010-12-01T08:26:00Z"),
                "GBP",
                total.setScale(4),
                BigDecimal.ZERO.setScale(4),
                first
                        ? List.of(
                                line("85048", "15CM CHRISTMAS GLASS BALL", 12, "6.95"), line("79323P", null, 2, "2.10"))
                        : List.of(line("22728", "ALARM CLOCK BAKELIKE PINK", 24, "3.75")),
                List.of());
    }

    private static LineRow line(String sku, @Nullable String description, int quantity, String price) {
        return new LineRow(sku, description, quantity, new BigDecimal(price).setScale(4), 0, 0);
    }

    private static byte[] firstOf(UUID order) {
        return ByteBuffer.allocate(24)
                .putLong(order.getMostSignificantBits())
                .putLong(order.getLeastSignificantBits())
                .putLong(1)
                .array();
    }

    private static byte[] bytes(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private static String inPounds(BigDecimal amount) {
        return "{\"amount\": {\"amount\": %s, \"currency\": \"GBP\"}}".formatted(amount);
    }
}
