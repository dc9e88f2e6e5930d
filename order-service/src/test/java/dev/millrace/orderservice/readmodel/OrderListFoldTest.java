package dev.millrace.orderservice.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.orderservice.domain.Money;
import dev.millrace.orderservice.domain.OrderEvent;
import dev.millrace.orderservice.domain.OrderEvent.OrderPlaced;
import dev.millrace.orderservice.domain.OrderEvent.PaymentReceived;
import dev.millrace.orderservice.domain.OrderLine;
import dev.millrace.orderservice.domain.OrderStatus;
import dev.millrace.orderservice.wire.RecordedEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderListFoldTest {

    private static final UUID ORDER = UUID.randomUUID();
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final OrderPlaced PLACED = new OrderPlaced(
            null,
            "France",
            List.of(
                    new OrderLine("MUG", null, 2, pounds("10")),
                    new OrderLine("CUP", null, 1, pounds("5")),
                    new OrderLine("MUG", null, 1, pounds("5"))),
            pounds("30"),
            NOON);
    private static final PaymentReceived PAID = new PaymentReceived(pounds("30"), pounds("0"), NOON);

    private final List<ConsumerRecord<String, SpecificRecord>> records = new ArrayList<>();

    @Test
    void makesOneRowOfAllEventsOfAnOrder() {
        read(event(1, PLACED), event(2, PAID));
        var fold = new OrderListFold(records).onto(Map.of());
        assertThat(fold.changed()).singleElement().satisfies(row -> {
            assertThat(row.version()).isEqualTo(2);
            assertThat(row.status()).isEqualTo(OrderStatus.PAID);
            assertThat(row.skus()).containsExactly("MUG", "CUP");
        });
        assertThat(fold.checkpoints()).containsExactly(Map.entry(0, 2L));
    }

    @Test
    void goesOnFromTheStoredRow() {
        read(event(2, PAID));
        var fold = new OrderListFold(records);
        assertThat(fold.orders()).containsExactly(ORDER);
        assertThat(fold.onto(Map.of(ORDER, ListedOrder.placed(ORDER, PLACED))).changed())
                .singleElement()
                .satisfies(row -> assertThat(row.paid()).isEqualTo(pounds("30")));
    }

    @Test
    void changesNothingWhenEventsComeAgain() {
        read(event(1, PLACED));
        var fold = new OrderListFold(records).onto(Map.of(ORDER, ListedOrder.placed(ORDER, PLACED)));
        assertThat(fold.changed()).isEmpty();
        assertThat(fold.checkpoints()).containsExactly(Map.entry(0, 1L));
    }

    @Test
    void passesOverWhatCannotBeFollowed() {
        read(null, event(3, PAID), event(1, PLACED), event(2, PLACED));
        var fold = new OrderListFold(records).onto(Map.of());
        assertThat(fold.obstacles())
                .extracting(Obstacle::record)
                .containsExactly(records.get(0), records.get(1), records.get(3));
        assertThat(fold.changed()).hasSize(1);
    }

    private void read(@Nullable SpecificRecord... values) {
        for (var value : values) {
            records.add(new ConsumerRecord<>("events.orders", 0, records.size(), ORDER.toString(), value));
        }
    }

    private static SpecificRecord event(long version, OrderEvent event) {
        return new RecordedEvent(ORDER, version, event).toAvro();
    }

    private static Money pounds(String amount) {
        return new Money(new BigDecimal(amount), "GBP");
    }
}
