package dev.millrace.orderservice.readmodel;

import dev.millrace.orderservice.domain.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sums over the rows of the version in use, made when asked for: an event that comes twice changes no row, so no sum. */
@Component
final class OrderSums {

    private static final String SPENDING = """
            select currency, count(*) as orders, sum(total) as ordered, sum(paid) as paid, sum(refunded) as refunded,
              coalesce(sum(refunded) filter (where status <> 'CANCELLED'), 0) as returned
            from orders where customer_id = ? group by currency order by currency""";

    private final JdbcClient jdbc;

    OrderSums(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Spending> spending(UUID customer) {
        return jdbc.sql(SPENDING).param(customer).query(OrderSums::spending).list();
    }

    List<Revenue> revenue(RevenueQuery query) {
        return jdbc.sql("""
                        select (placed_at at time zone 'UTC')::date as day, country, currency, count(*) as orders,
                          sum(paid) as paid, sum(refunded) as refunded, sum(paid - refunded) as net
                        from orders where %s group by day, country, currency order by day, country, currency""".formatted(query.condition()))
                .params(query.params())
                .query(OrderSums::revenue)
                .list();
    }

    private static Spending spending(ResultSet row, int index) throws SQLException {
        return new Spending(
                row.getLong("orders"),
                money(row, "ordered"),
                money(row, "paid"),
                money(row, "refunded"),
                money(row, "returned"));
    }

    private static Revenue revenue(ResultSet row, int index) throws SQLException {
        return new Revenue(
                row.getObject("day", LocalDate.class),
                row.getString("country"),
                row.getLong("orders"),
                money(row, "paid"),
                money(row, "refunded"),
                money(row, "net"));
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return new Money(row.getBigDecimal(column), row.getString("currency"));
    }
}
