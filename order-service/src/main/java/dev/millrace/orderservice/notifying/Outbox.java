package dev.millrace.orderservice.notifying;

import static java.time.ZoneOffset.UTC;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The notifications that wait to be sent out; the same one again changes nothing. */
@Component
final class Outbox {

    private final JdbcClient jdbc;

    Outbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Notification notification) {
        jdbc.sql("""
                insert into public.notifications (order_id, version, customer_id, kind, text, at, deliveries)
                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(
                        notification.orderId(),
                        notification.version(),
                        notification.customerId(),
                        notification.kind().name(),
                        notification.text(),
                        notification.at().atOffset(UTC),
                        notification.deliveries())
                .update();
    }

    List<Notification> ofOrder(UUID orderId) {
        return jdbc.sql("select * from public.notifications where order_id = ? order by version")
                .param(orderId)
                .query(Notification.class)
                .list();
    }
}
