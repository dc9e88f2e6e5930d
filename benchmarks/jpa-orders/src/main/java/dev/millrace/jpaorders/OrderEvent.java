package dev.millrace.jpaorders;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.springframework.data.domain.Persistable;

/** A row of the event store; its key lets each version of an order exist once. */
@Entity
@Table(name = "order_events")
class OrderEvent implements Persistable<OrderEvent.Key> {

    @Embeddable
    record Key(UUID orderId, int version) {}

    @EmbeddedId
    private Key id;

    private String type;
    private Instant at;

    @JdbcTypeCode(SqlTypes.JSON)
    private String data;

    @SuppressWarnings("NullAway") // for JPA alone
    protected OrderEvent() {}

    OrderEvent(Key id, String type, Instant at, String data) {
        this.id = id;
        this.type = type;
        this.at = at;
        this.data = data;
    }

    @Override
    public Key getId() {
        return id;
    }

    /** Events are appended and never changed: no look whether there is one saves a query. */
    @Override
    public boolean isNew() {
        return true;
    }
}
