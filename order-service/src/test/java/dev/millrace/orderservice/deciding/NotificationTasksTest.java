package dev.millrace.orderservice.deciding;

import static dev.millrace.orderservice.deciding.Commands.CUSTOMER;
import static dev.millrace.orderservice.deciding.Commands.NOON;
import static dev.millrace.orderservice.deciding.Commands.ORDER;
import static dev.millrace.orderservice.deciding.Commands.pay;
import static dev.millrace.orderservice.deciding.Commands.place;
import static dev.millrace.orderservice.deciding.Commands.placeFor;
import static dev.millrace.orderservice.deciding.Commands.pounds;
import static dev.millrace.orderservice.deciding.Commands.ship;
import static java.util.UUID.randomUUID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.contracts.Money;
import dev.millrace.contracts.events.CloudEvent;
import dev.millrace.orders.SkuQuantity;
import dev.millrace.orders.commands.CancelOrder;
import dev.millrace.orders.commands.ReturnLines;
import dev.millrace.orders.tasks.NotifyCustomer;
import dev.millrace.orders.tasks.Occasion;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotificationTasksTest {

    private static final SkuQuantity A_MUG = new SkuQuantity("MUG", 1);

    private final DecidingInMemory deciding = new DecidingInMemory();
    private final UUID placing = randomUUID();

    @BeforeEach
    void knowTheCustomer() {
        deciding.userChanged(CUSTOMER, new byte[0]);
    }

    @AfterEach
    void close() {
        deciding.close();
    }

    @Test
    void areHandedOutForWhatACustomerIsToldOf() {
        deciding.send(placeFor(CUSTOMER, placing));
        deciding.send(pay(randomUUID(), "4"));
        deciding.send(pay(randomUUID(), "6"));
        deciding.send(ship(randomUUID(), A_MUG));
        deciding.send(ship(randomUUID()));
        deciding.send(new ReturnLines(ORDER, randomUUID(), NOON, null, List.of(A_MUG)));

        assertThat(deciding.tasks().stream().map(TestRecord::value))
                .containsExactly(
                        task(1, Occasion.PLACED, pounds("10")),
                        task(3, Occasion.PAID, pounds("10")),
                        task(4, Occasion.SHIPPED, null),
                        task(5, Occasion.SHIPPED, null),
                        task(6, Occasion.RETURNED, pounds("5")));
    }

    @Test
    void tellWhatGoesBackWithACancellation() {
        deciding.send(placeFor(CUSTOMER, placing));
        deciding.send(pay(randomUUID(), "4"));
        deciding.send(new CancelOrder(ORDER, randomUUID(), NOON, null, null));

        assertThat(deciding.tasks().getLast().value()).isEqualTo(task(3, Occasion.CANCELLED, pounds("4")));
    }

    @Test
    void areNotHandedOutForARepeatedOrRefusedCommand() {
        deciding.send(placeFor(CUSTOMER, placing));
        deciding.tasks();
        deciding.send(placeFor(CUSTOMER, placing));
        deciding.send(ship(randomUUID()));

        assertThat(deciding.tasks()).isEmpty();
    }

    @Test
    void areNotHandedOutForAGuest() {
        deciding.send(place(placing));

        assertThat(deciding.events()).hasSize(1);
        assertThat(deciding.tasks()).isEmpty();
    }

    @Test
    void tellWhereTheyCameFrom() {
        deciding.send(placeFor(CUSTOMER, placing));
        var task = deciding.tasks().getFirst();

        assertThat(task.key()).isEqualTo(ORDER.toString());
        assertThat(CloudEvent.readFrom(task.headers()))
                .returns("NotifyCustomer", CloudEvent::type)
                .returns(ORDER + ":1:PLACED", CloudEvent::id)
                .returns(placing.toString(), CloudEvent::causationId);
    }

    private static NotifyCustomer task(long version, Occasion occasion, @Nullable Money amount) {
        return new NotifyCustomer(ORDER, version, NOON, CUSTOMER, occasion, amount);
    }
}
