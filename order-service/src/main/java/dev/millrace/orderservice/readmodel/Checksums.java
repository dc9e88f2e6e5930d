package dev.millrace.orderservice.readmodel;

import java.math.BigDecimal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sums up a version in one number: the sum of the hashes of its rows, whatever their order. */
@Component
final class Checksums {

    private record Rows(long orders, BigDecimal sum) {}

    /** Columns that a later version adds are not compared. */
    private static final String SUM_UP = """
            select count(*) as orders, coalesce(sum(hashtextextended(row(
              id, version, status, customer_id, country, placed_at, currency, total, paid, refunded)::text, 0)), 0) as sum
            from orders""";

    private final JdbcClient jdbc;
    private final OrderListFeed feed;

    Checksums(JdbcClient jdbc, OrderListFeed feed) {
        this.jdbc = jdbc;
        this.feed = feed;
    }

    Checksum of(int version) {
        var position = feed.checkpoints(version);
        var rows = jdbc.sql(SUM_UP).query(Rows.class).single();
        return new Checksum(position, rows.orders(), rows.sum());
    }
}
