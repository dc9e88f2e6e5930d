package dev.millrace.orderservice.readmodel;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rebuilds there are and were; an index of the table sees to it that one runs at a time. */
@Component
final class Rebuilds {

    private final JdbcClient jdbc;

    Rebuilds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Fails with a {@link org.springframework.dao.DuplicateKeyException} while another one runs. */
    void add(UUID id, String readModel, boolean acceptsDifferences) {
        jdbc.sql("""
                insert into public.rebuilds (id, read_model, version, state, accepts_differences)
                select :id, name, greatest(active, previous, (select max(version) from public.rebuilds)) + 1, 'COPYING', :accepts
                from public.read_models where name = :readModel""")
                .param("id", id)
                .param("accepts", acceptsDifferences)
                .param("readModel", readModel)
                .update();
    }

    Optional<Rebuild> find(String readModel, UUID id) {
        return jdbc.sql("select * from public.rebuilds where read_model = ? and id = ?")
                .params(readModel, id)
                .query(Rebuild.class)
                .optional();
    }

    Optional<Rebuild> running() {
        return jdbc.sql("select * from public.rebuilds where state in ('COPYING', 'VERIFYING')")
                .query(Rebuild.class)
                .optional();
    }

    /** The version that the live view feeds beside the active one, because it is about to be switched to. */
    Optional<Integer> verifying() {
        return jdbc.sql("select version from public.rebuilds where state = 'VERIFYING'")
                .query(Integer.class)
                .optional();
    }

    /** Holds the rebuild until the transaction ends; false when it is in that state no more. */
    boolean lock(UUID id, RebuildState state) {
        return jdbc.sql("select 1 from public.rebuilds where id = ? and state = ? for update")
                .params(id, state.name())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void advance(UUID id, Stretch stretch, int obstacles) {
        jdbc.sql("""
                update public.rebuilds set done = :done, total = :total, passed_over = passed_over + :passedOver,
                  updated_at = clock_timestamp() where id = :id""")
                .param("done", stretch.done())
                .param("total", stretch.total())
                .param("passedOver", stretch.unreadable() + obstacles)
                .param("id", id)
                .update();
    }

    void enter(UUID id, RebuildState state) {
        jdbc.sql("update public.rebuilds set state = ?, updated_at = clock_timestamp() where id = ?")
                .params(state.name(), id)
                .update();
    }

    void end(UUID id, RebuildState state, Comparison comparison) {
        enter(id, state);
        jdbc.sql("update public.rebuilds set detail = ? where id = ?")
                .params(comparison.toString(), id)
                .update();
    }
}
