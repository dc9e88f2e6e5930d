package dev.millrace.orderservice.readmodel;

import static java.time.ZoneOffset.UTC;

import dev.millrace.orderservice.domain.Money;
import dev.millrace.orderservice.domain.OrderStatus;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the version in use. */
@Component
final class ListedOrders {

    private static final int ROWS_A_BATCH = 5000;

    /** The last condition keeps a writer that lost its partition meanwhile from writing an older row over a newer one. */
    private static final String SAVE = """
            insert into orders
              (id, version, status, customer_id, country, placed_at, currency, total, paid, refunded, skus)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set version = excluded.version, status = excluded.status, paid = excluded.paid,
              refunded = excluded.refunded where orders.version < excluded.version""";

    private final JdbcClient client;
    private final JdbcOperations jdbc;

    ListedOrders(JdbcClient client, JdbcOperations jdbc) {
        this.client = client;
        this.jdbc = jdbc;
    }

    Map<UUID, ListedOrder> find(Collection<UUID> ids) {
        return client
                .sql("select * from orders where id = any(cast(? as uuid[]))")
                .param(ids.toArray(UUID[]::new))
                .query(ListedOrders::row)
                .list()
                .stream()
                .collect(Collectors.toMap(ListedOrder::id, Function.identity()));
    }

    /** One page of a list, one row longer than asked for, so that its end is known. */
    List<ListedOrder> page(OrderListQuery query, int limit) {
        return client.sql(query.sql())
                .params(query.params())
                .param("rows", limit + 1)
                .query(ListedOrders::row)
                .list();
    }

    List<UUID> idsAfter(UUID id, int limit) {
        return client.sql("select id from orders where id > ? order by id limit ?")
                .params(id, limit)
                .query(UUID.class)
                .list();
    }

    long version(UUID id) {
        return client.sql("select version from orders where id = ?")
                .param(id)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    void save(Collection<ListedOrder> rows) {
        jdbc.batchUpdate(SAVE, rows, ROWS_A_BATCH, ListedOrders::bind);
    }

    private static void bind(PreparedStatement statement, ListedOrder row) throws SQLException {
        statement.setObject(1, row.id());
        statement.setLong(2, row.version());
        statement.setString(3, row.status().name());
        statement.setObject(4, row.customerId(), Types.OTHER);
        statement.setString(5, row.country());
        statement.setObject(6, row.placedAt().atOffset(UTC));
        statement.setString(7, row.total().currency());
        statement.setBigDecimal(8, row.total().amount());
        statement.setBigDecimal(9, row.paid().amount());
        statement.setBigDecimal(10, row.refunded().amount());
        statement.setArray(11, skus(statement, row));
    }

    private static Array skus(PreparedStatement statement, ListedOrder row) throws SQLException {
        return statement.getConnection().createArrayOf("text", row.skus().toArray());
    }

    private static ListedOrder row(ResultSet row, int index) throws SQLException {
        return new ListedOrder(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                OrderStatus.valueOf(row.getString("status")),
                row.getObject("customer_id", UUID.class),
                row.getString("country"),
                row.getObject("placed_at", OffsetDateTime.class).toInstant(),
                money(row, "total"),
                money(row, "paid"),
                money(row, "refunded"),
                List.of((String[]) row.getArray("skus").getArray()));
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return new Money(row.getBigDecimal(column), row.getString("currency"));
    }
}
