package dev.millrace.orderservice.readmodel;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Up to where in each partition the version in use has followed. */
@Component
final class Checkpoints {

    private record Checkpoint(int partition, long nextOffset) {}

    private final JdbcClient jdbc;

    Checkpoints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<Integer, Long> all() {
        List<Checkpoint> rows = jdbc.sql("select partition, next_offset from checkpoints")
                .query(Checkpoint.class)
                .list();
        return rows.stream().collect(Collectors.toMap(Checkpoint::partition, Checkpoint::nextOffset));
    }

    void save(Map<Integer, Long> next) {
        next.forEach((partition, offset) -> jdbc.sql("""
                        insert into checkpoints (partition, next_offset) values (:partition, :offset)
                        on conflict (partition) do update set next_offset = excluded.next_offset""")
                .param("partition", partition)
                .param("offset", offset)
                .update());
    }
}
