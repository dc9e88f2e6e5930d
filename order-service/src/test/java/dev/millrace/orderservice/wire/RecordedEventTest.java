package dev.millrace.orderservice.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.millrace.contracts.avro.AvroSerdes;
import dev.millrace.orders.results.CommandAccepted;
import dev.millrace.orderservice.domain.Money;
import dev.millrace.orderservice.domain.OrderEvent;
import dev.millrace.orderservice.domain.OrderEvent.LinesReturned;
import dev.millrace.orderservice.domain.OrderEvent.OrderCancelled;
import dev.millrace.orderservice.domain.OrderEvent.OrderPlaced;
import dev.millrace.orderservice.domain.OrderEvent.OrderShipped;
import dev.millrace.orderservice.domain.OrderEvent.PaymentReceived;
import dev.millrace.orderservice.domain.OrderLine;
import dev.millrace.orderservice.domain.SkuQuantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordedEventTest {

    private static final UUID ORDER = UUID.randomUUID();
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Money TEN = new Money(BigDecimal.TEN, "GBP");
    private static final List<SkuQuantity> MUGS = List.of(new SkuQuantity("MUG", 2));

    static Stream<OrderEvent> events() {
        var lines = List.of(new OrderLine("MUG", null, 2, new Money(new BigDecimal("5"), "GBP")));
        return Stream.of(
                new OrderPlaced(UUID.randomUUID(), null, lines, TEN, NOON),
                new OrderPlaced(null, "France", lines, TEN, NOON),
                new PaymentReceived(TEN, TEN, NOON),
                new OrderShipped(MUGS, true, NOON),
                new LinesReturned(MUGS, TEN, false, NOON),
                new OrderCancelled(TEN, null, NOON),
                new OrderCancelled(TEN, "changed my mind", NOON));
    }

    @ParameterizedTest
    @MethodSource("events")
    void comesBackFromItsBytesAsItWas(OrderEvent event) {
        var serde = AvroSerdes.standalone().serde();
        var recorded = new RecordedEvent(ORDER, 7, event);
        var bytes = serde.serializer().serialize("events", recorded.toAvro());

        assertThat(RecordedEvent.of(serde.deserializer().deserialize("events", bytes)))
                .isEqualTo(recorded);
    }

    @Test
    void isNoOtherRecord() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordedEvent.of(new CommandAccepted(ORDER, ORDER, 1L, 1, false)));
        assertThatIllegalArgumentException().isThrownBy(() -> RecordedEvent.of(null));
    }
}
