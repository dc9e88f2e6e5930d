package dev.millrace.orderservice.readmodel;

import dev.millrace.orderservice.domain.Money;
import dev.millrace.orderservice.domain.OrderEvent;
import dev.millrace.orderservice.domain.OrderEvent.LinesReturned;
import dev.millrace.orderservice.domain.OrderEvent.OrderCancelled;
import dev.millrace.orderservice.domain.OrderEvent.OrderPlaced;
import dev.millrace.orderservice.domain.OrderEvent.OrderShipped;
import dev.millrace.orderservice.domain.OrderEvent.PaymentReceived;
import dev.millrace.orderservice.domain.OrderStatus;
import dev.millrace.orderservice.wire.RecordedEvent;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the list: the last version of an order that the view has seen. */
@Entity
@Table(name = "orders")
@SuppressWarnings("NullAway.Init")
class ListedOrder {

    @Id
    private UUID id;

    private long version;

    @Enumerated(EnumType.STRING)
    private OrderStatus status;

    private @Nullable UUID customerId;
    private @Nullable String country;
    private Instant placedAt;
    private String currency;
    private BigDecimal total;
    private BigDecimal paid;
    private BigDecimal refunded;

    protected ListedOrder() {}

    ListedOrder(UUID id, OrderPlaced placed) {
        this.id = id;
        customerId = placed.customerId();
        country = placed.country();
        placedAt = placed.at();
        currency = placed.total().currency();
        total = placed.total().amount();
        paid = BigDecimal.ZERO;
        refunded = BigDecimal.ZERO;
        follow(1, placed);
    }

    /** An event seen before changes nothing; one that is not the next has lost its predecessor. */
    void apply(RecordedEvent recorded) {
        if (recorded.version() <= version) {
            return;
        }
        if (recorded.version() != version + 1) {
            throw new MissingEventException(recorded, version);
        }
        follow(recorded.version(), recorded.event());
    }

    private void follow(long nextVersion, OrderEvent event) {
        version = nextVersion;
        status = OrderStatus.after(event);
        switch (event) {
            case PaymentReceived payment -> paid = paid.add(payment.amount().amount());
            case LinesReturned returned ->
                refunded = refunded.add(returned.refund().amount());
            case OrderCancelled cancelled -> refunded = cancelled.refund().amount();
            case OrderPlaced _, OrderShipped _ -> {}
        }
    }

    UUID id() {
        return id;
    }

    Instant placedAt() {
        return placedAt;
    }

    OrderListItem toItem() {
        return new OrderListItem(
                id, version, status, customerId, country, placedAt, money(total), money(paid), money(refunded));
    }

    private Money money(BigDecimal amount) {
        return new Money(amount, currency);
    }
}
