package dev.millrace.contracts.upcasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.millrace.contracts.Money;
import dev.millrace.contracts.OldOrders;
import dev.millrace.contracts.TestRegistry;
import dev.millrace.contracts.avro.AvroSerdes;
import dev.millrace.orders.OrderLine;
import dev.millrace.orders.events.OrderPlaced;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderPlacedUpcastersTest {

    private static final String TOPIC = "events.orders";
    private static final UUID CUSTOMER = UUID.fromString("019a0000-0000-7000-8000-0000000000c1");
    private static final OldOrders FIRST = new OldOrders(1);
    private static final OldOrders SECOND = new OldOrders(2);
    private static final OrderPlaced TODAY = placed(SECOND.orderId(), "2010-12-01T08:26:00Z", "France", clocks(), "90");

    @Test
    void givePricesWithoutACurrencyTheirPoundsAndTheirTotal() throws IOException {
        var lines = List.of(
                new OrderLine("85048", "15CM CHRISTMAS GLASS BALL", 12, pounds("6.95")),
                new OrderLine("79323P", null, 2, pounds("2.10")));

        assertThat(read(FIRST)).isEqualTo(placed(FIRST.orderId(), "2009-12-01T07:45:00Z", null, lines, "87.60"));
    }

    @Test
    void giveACountryItsName() throws IOException {
        assertThat(read(SECOND)).isEqualTo(TODAY);
    }

    @Test
    void leaveTodaysRecordsAlone() {
        var serde = AvroSerdes.standalone().serde();
        var bytes = serde.serializer().serialize(TOPIC, TODAY);

        assertThat(serde.deserializer().deserialize(TOPIC, bytes)).isEqualTo(TODAY);
    }

    @Test
    void doNotMakeGoodOfGarbage() {
        var value = FIRST.value(1);
        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> read(FIRST, Arrays.copyOf(value, value.length - 3)))
                .withMessageContaining("OrderPlaced");
    }

    @Test
    void areNotNeededWhereThePreviousVersionReadsWhatIsWrittenToday() throws IOException {
        var bytes = AvroSerdes.standalone().serializer().serialize(TOPIC, TODAY);

        var today = read(bytes, OrderPlaced.getClassSchema());
        var then = read(SECOND.value(1), SECOND.schema());
        assertThat(today.get("lines")).isEqualTo(then.get("lines"));
        assertThat(today.get("total")).isEqualTo(then.get("total"));
        assertThat(today.get("countryCode")).isNull();
    }

    private static OrderPlaced read(OldOrders old) throws IOException {
        return (OrderPlaced) read(old, old.value(1));
    }

    private static Object read(OldOrders old, byte[] value) throws IOException {
        try (var registry = new TestRegistry(List.of(old.schema()))) {
            return AvroSerdes.connectedTo(registry.url()).deserializer().deserialize(TOPIC, value);
        }
    }

    private static GenericRecord read(byte[] value, Schema writer) throws IOException {
        var decoder = DecoderFactory.get().binaryDecoder(value, 5, value.length - 5, null);
        return new GenericDatumReader<GenericRecord>(writer, SECOND.schema()).read(null, decoder);
    }

    private static OrderPlaced placed(
            UUID order, String at, @Nullable String country, List<OrderLine> lines, String total) {
        return new OrderPlaced(order, 1L, Instant.parse(at), CUSTOMER, country, lines, pounds(total));
    }

    private static List<OrderLine> clocks() {
        return List.of(new OrderLine("22728", "ALARM CLOCK BAKELIKE PINK", 24, pounds("3.75")));
    }

    private static Money pounds(String amount) {
        return new Money(new BigDecimal(amount).setScale(4), "GBP");
    }
}
