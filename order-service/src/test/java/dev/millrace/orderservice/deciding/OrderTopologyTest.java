package dev.millrace.orderservice.deciding;

import static dev.millrace.orderservice.deciding.Commands.NOON;
import static dev.millrace.orderservice.deciding.Commands.ORDER;
import static dev.millrace.orderservice.deciding.Commands.pay;
import static dev.millrace.orderservice.deciding.Commands.place;
import static dev.millrace.orderservice.deciding.Commands.placeFor;
import static dev.millrace.orderservice.deciding.Commands.pounds;
import static dev.millrace.orderservice.deciding.Commands.ship;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.orders.events.OrderPlaced;
import dev.millrace.orders.events.PaymentReceived;
import dev.millrace.orders.results.CommandAccepted;
import dev.millrace.orders.results.CommandRefused;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrderTopologyTest {

    private final DecidingInMemory deciding = new DecidingInMemory();
    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();
    private final UUID third = UUID.randomUUID();

    @AfterEach
    void close() {
        deciding.close();
    }

    @Test
    void writesTheEventsAndTheResultOfACommand() {
        deciding.send(place(first));

        var event = deciding.events().getFirst();
        assertThat(event.key()).isEqualTo(ORDER.toString());
        assertThat(event.value())
                .isEqualTo(new OrderPlaced(
                        ORDER, 1L, NOON, null, "France", place(first).getLines(), pounds("10")));
        assertThat(deciding.result()).isEqualTo(new CommandAccepted(first, ORDER, 1L, 1, false));
    }

    @Test
    void takesOrdersOfUsersUntilTheyAreDeleted() {
        var customer = UUID.randomUUID();
        deciding.send(placeFor(customer, first));
        assertThat(deciding.result()).extracting("reason").isEqualTo("UNKNOWN_CUSTOMER");

        deciding.userChanged(customer, "a row".getBytes(UTF_8));
        deciding.userChanged(customer, null);
        deciding.send(placeFor(customer, first));
        assertThat(deciding.result()).extracting("reason").isEqualTo("UNKNOWN_CUSTOMER");

        deciding.userChanged(customer, "no Avro".getBytes(UTF_8));
        deciding.send(placeFor(customer, first));
        assertThat(deciding.result()).isInstanceOf(CommandAccepted.class);
    }

    @Test
    void countsTheEventsOfAnOrderWithoutGaps() {
        deciding.send(place(first));
        deciding.send(pay(second, "4"));
        deciding.send(pay(third, "7"));
        deciding.send(pay(UUID.randomUUID(), "6"));

        assertThat(deciding.events().stream().map(TestRecord::value))
                .last()
                .isEqualTo(new PaymentReceived(ORDER, 3L, NOON, pounds("6"), pounds("0")));
    }

    @Test
    void refusesWithTheVersionThatTheDecisionWasMadeOn() {
        deciding.send(place(first));
        deciding.send(ship(second));

        assertThat(deciding.result())
                .isEqualTo(new CommandRefused(second, ORDER, 1L, "NOT_PAID", "10.0000 GBP is outstanding."));
        assertThat(deciding.events()).hasSize(1);
    }

    @Test
    void answersARepeatedCommandWithItsFirstResult() {
        deciding.send(place(first));
        deciding.send(pay(second, "4"));
        deciding.send(pay(third, "6"));
        deciding.send(pay(second, "4"));

        assertThat(deciding.result()).isEqualTo(new CommandAccepted(second, ORDER, 2L, 1, true));
        assertThat(deciding.events()).hasSize(3);
    }

    @Test
    void answersTheSamePlacingAgainUnderAnyCommandId() {
        deciding.send(place(first));
        deciding.send(pay(second, "10"));
        deciding.send(place(third));

        assertThat(deciding.result()).isEqualTo(new CommandAccepted(third, ORDER, 1L, 1, true));
    }

    @Test
    void repeatsARefusalToo() {
        deciding.send(place(first));
        deciding.send(ship(second));
        deciding.send(pay(third, "10"));
        deciding.send(ship(second));

        assertThat(refusal(deciding.result())).isEqualTo("NOT_PAID");
    }

    @Test
    void refusesAnotherCommandUnderTheSameId() {
        deciding.send(place(first));
        deciding.send(pay(second, "4"));
        deciding.send(pay(second, "5"));

        assertThat(refusal(deciding.result())).isEqualTo("COMMAND_ID_REUSED");
        assertThat(deciding.events()).hasSize(2);
    }

    @Test
    void refusesAVersionThatHasPassed() {
        deciding.send(place(first));
        deciding.send(pay(second, "4", 1L));
        deciding.send(pay(third, "6", 1L));

        assertThat(deciding.results().stream().map(TestRecord::value))
                .element(1)
                .isInstanceOf(CommandAccepted.class);
        deciding.send(pay(third, "6", 1L));
        assertThat(deciding.result())
                .isEqualTo(new CommandRefused(third, ORDER, 2L, "STALE_VERSION", "The order is at version 2."));
    }

    @Test
    void leavesNoTraceOfAnOrderThatDoesNotExist() {
        deciding.send(pay(first, "4"));

        assertThat(refusal(deciding.result())).isEqualTo("UNKNOWN_ORDER");
        assertThat(deciding.stored()).isNull();
    }

    @Test
    void keepsTheHistoryAsTheVeryBytesOfTheTopic() {
        deciding.send(place(first));
        deciding.send(pay(second, "4"));

        for (var event : deciding.events()) {
            var version = event.value() instanceof OrderPlaced ? 1 : 2;
            var row = deciding.history().get(new EventKey(ORDER, version));
            assertThat(row.getEvent().array()).isEqualTo(deciding.bytesOf(event.value()));
            assertThat(row.getCommandId()).isEqualTo(version == 1 ? first : second);
        }
    }

    private static String refusal(SpecificRecord result) {
        return ((CommandRefused) result).getReason();
    }
}
