package dev.millrace.orderservice;

import static dev.millrace.orderservice.OrdersApi.PRICE_OF_TWO_MUGS;
import static dev.millrace.orderservice.OrdersApi.TWO_MUGS;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The transaction of a batch breaks when its rows are written and its checkpoint is not. */
class BrokenBatchTest {

    private final OrdersApi orders = OrderService.running().api();
    private final UUID order = UUID.randomUUID();

    @Test
    void leavesNoRowBehindAndIsFollowedOnceAfterwards() throws SQLException {
        var view = "view_"
                + orders.get("/admin/read-models/orders").body().path("active").asInt();
        var rows = "%s.orders where id = '%s'".formatted(view, order);
        var stuck = "pg_locks where not granted and relation = '%s.checkpoints'::regclass".formatted(view);

        try (var _ = OrdersDatabase.locking(view + ".checkpoints", "share row exclusive")) {
            orders.place(order, TWO_MUGS);
            await().atMost(ofSeconds(10)).until(() -> OrdersDatabase.count(stuck) == 1);
            assertThat(OrdersDatabase.count(rows)).isZero();
            var writer = OrdersDatabase.number("select pid from " + stuck);
            OrdersDatabase.count("pg_terminate_backend(%d)".formatted(writer));
            await().atMost(ofSeconds(10)).until(() -> OrdersDatabase.count(stuck + " and pid <> " + writer) == 1);
            assertThat(OrdersDatabase.count(rows)).isZero();
        }
        await().atMost(ofSeconds(30)).until(() -> OrdersDatabase.count(rows + " and version = 1") == 1);

        orders.pay(order, PRICE_OF_TWO_MUGS);
        await().atMost(ofSeconds(30)).until(() -> OrdersDatabase.count(rows + " and version = 2 and paid = 10") == 1);
    }
}
