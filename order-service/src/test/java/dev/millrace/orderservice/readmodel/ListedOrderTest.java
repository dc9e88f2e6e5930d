package dev.millrace.orderservice.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.millrace.orderservice.domain.ImpossibleHistoryException;
import dev.millrace.orderservice.domain.Money;
import dev.millrace.orderservice.domain.OrderEvent;
import dev.millrace.orderservice.domain.OrderEvent.LinesReturned;
import dev.millrace.orderservice.domain.OrderEvent.OrderCancelled;
import dev.millrace.orderservice.domain.OrderEvent.OrderPlaced;
import dev.millrace.orderservice.domain.OrderEvent.OrderShipped;
import dev.millrace.orderservice.domain.OrderEvent.PaymentReceived;
import dev.millrace.orderservice.domain.OrderStatus;
import dev.millrace.orderservice.wire.RecordedEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ListedOrderTest {

    private static final UUID ORDER = UUID.randomUUID();
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private ListedOrder order =
            ListedOrder.placed(ORDER, new OrderPlaced(null, "France", List.of(), pounds("30"), NOON));

    @Test
    void followsEventByEvent() {
        order = order.after(recorded(2, new PaymentReceived(pounds("10"), pounds("20"), NOON)));
        order = order.after(recorded(3, new PaymentReceived(pounds("20"), pounds("0"), NOON)));
        order = order.after(recorded(4, new OrderShipped(List.of(), true, NOON)));
        order = order.after(recorded(5, new LinesReturned(List.of(), pounds("5"), false, NOON)));

        var item = order.toItem();
        assertThat(item.version()).isEqualTo(5);
        assertThat(item.status()).isEqualTo(OrderStatus.PARTLY_RETURNED);
        assertThat(item.paid()).isEqualTo(pounds("30"));
        assertThat(item.refunded()).isEqualTo(pounds("5"));
    }

    @Test
    void paysBackWhatWasPaidWhenCancelled() {
        order = order.after(recorded(2, new PaymentReceived(pounds("10"), pounds("20"), NOON)));
        order = order.after(recorded(3, new OrderCancelled(pounds("10"), null, NOON)));
        assertThat(order.toItem().refunded()).isEqualTo(pounds("10"));
    }

    @Test
    void passesOverWhatItHasSeen() {
        var payment = recorded(2, new PaymentReceived(pounds("10"), pounds("20"), NOON));
        order = order.after(payment);
        order = order.after(payment);
        assertThat(order.toItem().paid()).isEqualTo(pounds("10"));
    }

    @Test
    void saysLoudlyThatAnEventIsMissing() {
        assertThatExceptionOfType(MissingEventException.class)
                .isThrownBy(() -> order.after(recorded(3, new PaymentReceived(pounds("1"), pounds("0"), NOON))))
                .withMessage("Version 3 of the order %s follows version 1", ORDER);
    }

    @Test
    void saysLoudlyThatAnEventCannotBe() {
        assertThatExceptionOfType(ImpossibleHistoryException.class)
                .isThrownBy(() -> order.after(recorded(2, new OrderShipped(List.of(), true, NOON))))
                .withMessage("An order that is AWAITING_PAYMENT cannot see OrderShipped");
    }

    private static RecordedEvent recorded(long version, OrderEvent event) {
        return new RecordedEvent(ORDER, version, event);
    }

    private static Money pounds(String amount) {
        return new Money(new BigDecimal(amount), "GBP");
    }
}
