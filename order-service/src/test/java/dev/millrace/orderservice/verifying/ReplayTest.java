package dev.millrace.orderservice.verifying;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.orderservice.domain.Money;
import dev.millrace.orderservice.domain.Order;
import dev.millrace.orderservice.domain.OrderDecider;
import dev.millrace.orderservice.domain.OrderEvent;
import dev.millrace.orderservice.domain.OrderEvent.OrderPlaced;
import dev.millrace.orderservice.domain.OrderEvent.PaymentReceived;
import dev.millrace.orderservice.domain.OrderLine;
import dev.millrace.orderservice.wire.RecordedEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReplayTest {

    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    static final PaymentReceived PAID = new PaymentReceived(pounds("10"), pounds("0"), NOON);
    static final OrderPlaced PLACED =
            new OrderPlaced(null, "France", List.of(new OrderLine("MUG", null, 2, pounds("5"))), pounds("10"), NOON);

    private static final UUID ORDER = UUID.fromString("0198f000-0000-7000-8000-000000000001");

    private Replay replay = new Replay(Replay.FIRST_ID, 10_000);
    private long offset;

    @Test
    void holdsEachOrderAsItsEventsHaveLeftIt() {
        read(ORDER, event(ORDER, 1, PLACED));
        read(ORDER, event(ORDER, 2, PAID));

        assertThat(replay.sound()).singleElement().satisfies(order -> {
            assertThat(order.getKey()).isEqualTo(ORDER.toString());
            assertThat(order.getValue().version()).isEqualTo(2);
            assertThat(order.getValue().placed().paid()).isEqualTo(pounds("10"));
        });
        assertThat(replay.broken()).isEmpty();
        assertThat(replay.position()).isEqualTo(2);
    }

    @Test
    void stopsAnOrderAtAnEventThatCannotBeAndNoOther() {
        var other = UUID.randomUUID();
        read(ORDER, event(ORDER, 1, PLACED));
        read(ORDER, event(ORDER, 2, PAID));
        read(ORDER, event(ORDER, 3, PAID));
        read(ORDER, event(ORDER, 4, PLACED));
        read(other, event(other, 1, PLACED));

        assertThat(replay.sound()).extracting(Map.Entry::getKey).containsExactly(other.toString());
        assertThat(replay.broken())
                .containsExactly(new Difference(
                        ORDER.toString(),
                        Where.EVENTS,
                        "an event that can follow version 2",
                        "Partition 3, offset 2: An order that is Paid cannot see PaymentReceived"));
    }

    @Test
    void stopsAnOrderAtAnEventThatIsMissingOrComesTwice() {
        var other = UUID.randomUUID();
        read(ORDER, event(ORDER, 1, PLACED));
        read(ORDER, event(ORDER, 1, PLACED));
        read(other, event(other, 2, PAID));

        assertThat(replay.broken())
                .extracting(Difference::found)
                .containsExactlyInAnyOrder(
                        "Partition 3, offset 1: Version 1 follows version 1",
                        "Partition 3, offset 2: Version 2 follows version 0");
    }

    @Test
    void tellsWhatIsNoEventOfTheOrderItStandsUnder() {
        read(ORDER, event(UUID.randomUUID(), 1, PLACED));
        read(UUID.randomUUID(), "garbage");
        read(UUID.randomUUID(), null);
        read("no id", event(ORDER, 1, PLACED));

        assertThat(replay.sound()).isEmpty();
        assertThat(replay.broken())
                .extracting(Difference::found)
                .containsExactlyInAnyOrder(
                        "Partition 3, offset 0: The key of the record is not the id of its order",
                        "Partition 3, offset 1: The record cannot be read",
                        "Partition 3, offset 2: The record has no value",
                        "Partition 3, offset 3: The key of the record is not the id of its order");
    }

    @Test
    void followsWhatItHasPackedMeanwhileAsWhatItHasNot() {
        var events = List.of(
                record(ORDER.toString(), event(ORDER, 1, PLACED)),
                record(ORDER.toString(), event(ORDER, 2, PAID)),
                record(ORDER.toString(), event(ORDER, 3, PAID)),
                record(ORDER.toString(), event(ORDER, 4, PLACED)));
        var atOnce = new Replay(Replay.FIRST_ID, 10_000);

        atOnce.read(events);
        events.forEach(event -> replay.read(List.of(event)));

        assertThat(atOnce.broken())
                .hasSize(1)
                .containsExactlyElementsOf(replay.broken().toList());
        assertThat(atOnce.position()).isEqualTo(replay.position()).isEqualTo(2);
    }

    @Test
    void leavesToFurtherPassesWhatDoesNotFit() {
        var orders = Stream.generate(UUID::randomUUID).limit(10).toList();
        var passes = Stream.iterate(
                        pass(orders, Replay.FIRST_ID),
                        pass -> pass.size() > 0,
                        pass -> pass(orders, pass.end().orElse("z")))
                .toList();

        assertThat(passes).hasSize(5).allSatisfy(pass -> assertThat(pass.size()).isEqualTo(2));
        assertThat(passes.stream().flatMap(Replay::sound).map(Map.Entry::getKey))
                .containsExactlyElementsOf(
                        orders.stream().map(UUID::toString).sorted().toList());
        assertThat(passes.stream()
                        .flatMap(Replay::sound)
                        .map(order -> order.getValue().version()))
                .containsOnly(2L);
    }

    private Replay pass(List<UUID> orders, String from) {
        replay = new Replay(from, 2 * bytesOfOne());
        orders.forEach(order -> read(order, event(order, 1, PLACED)));
        orders.forEach(order -> read(order, event(order, 2, PAID)));
        return replay;
    }

    private static int bytesOfOne() {
        var order = OrderDecider.evolve(OrderDecider.evolve(new Order.Unplaced(), PLACED), PAID);
        return Kept.of(new Replayed.Sound(order, 2)).bytes();
    }

    private void read(UUID key, @Nullable Object value) {
        read(key.toString(), value);
    }

    private void read(String key, @Nullable Object value) {
        replay.read(List.of(record(key, value)));
    }

    private ConsumerRecord<String, Object> record(String key, @Nullable Object value) {
        return new ConsumerRecord<>("events.orders", 3, offset++, key, value);
    }

    static Money pounds(String amount) {
        return new Money(new BigDecimal(amount), "GBP");
    }

    private static Object event(UUID order, long version, OrderEvent event) {
        return new RecordedEvent(order, version, event).toAvro();
    }
}
