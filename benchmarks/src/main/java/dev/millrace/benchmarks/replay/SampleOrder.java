package dev.millrace.benchmarks.replay;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.millrace.contracts.Money;
import dev.millrace.orders.OrderLine;
import dev.millrace.orders.commands.PayOrder;
import dev.millrace.orders.commands.PlaceOrder;
import dev.millrace.orders.commands.ShipOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;

/** An order that is placed, paid and shipped, or as far as one wants; the same number is always the same order. */
record SampleOrder(int number) {

    /** How many events come of one. */
    static final int EVENTS = Integer.getInteger("millrace.events-of-an-order", 3);

    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final int LINES = 3;
    private static final int PRODUCTS = 4_000;
    private static final int MOST_PENCE = 5_000;

    /** What is asked for, under an id of its own. */
    record Command(UUID id, SpecificRecord value) {}

    UUID id() {
        return named("order");
    }

    List<Command> commands() {
        var at = FIRST.plusMillis(number);
        var total = IntStream.range(0, LINES).mapToObj(this::price).reduce(BigDecimal.ZERO, BigDecimal::add);
        var place = named("place");
        var pay = named("pay");
        var ship = named("ship");
        var all = List.of(
                new Command(place, new PlaceOrder(id(), place, at, null, null, "United Kingdom", lines())),
                new Command(pay, new PayOrder(id(), pay, at, null, pounds(total))),
                new Command(ship, new ShipOrder(id(), ship, at, null, List.of())));
        return all.subList(0, EVENTS);
    }

    private List<OrderLine> lines() {
        return IntStream.range(0, LINES)
                .mapToObj(line -> new OrderLine(
                        "SKU-" + (number * LINES + line) % PRODUCTS,
                        "WHITE HANGING HEART T-LIGHT HOLDER",
                        1,
                        pounds(price(line))))
                .toList();
    }

    private BigDecimal price(int line) {
        return BigDecimal.valueOf(1 + (number * (long) LINES + line) % MOST_PENCE, 2);
    }

    private static Money pounds(BigDecimal amount) {
        return new Money(amount.setScale(4), "GBP");
    }

    private UUID named(String what) {
        return UUID.nameUUIDFromBytes((what + number).getBytes(US_ASCII));
    }
}
