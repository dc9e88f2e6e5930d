package dev.millrace.orderservice.readmodel;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which version of a read model is read, and which was before it. */
@Component
final class ReadModels {

    static final String ORDERS = "orders";

    private static final String SELECT = "select name, active, previous from public.read_models where name = ?";

    private final JdbcClient jdbc;

    ReadModels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ReadModel> find(String name) {
        return select(name, "");
    }

    /** Waits until no writer of the view is under way, and lets none begin before the transaction ends. */
    Optional<ReadModel> lock(String name) {
        return select(name, " for update");
    }

    /** What a writer of the view holds: it may go on beside other writers. */
    ReadModel share() {
        return select(ORDERS, " for share").orElseThrow();
    }

    /** The version that was read is kept, and fed, as the previous one. */
    ReadModel activate(ReadModel model, int version) {
        jdbc.sql("update public.read_models set active = ?, previous = ? where name = ?")
                .params(version, model.active(), model.name())
                .update();
        return new ReadModel(model.name(), version, model.active());
    }

    private Optional<ReadModel> select(String name, String lock) {
        return jdbc.sql(SELECT + lock).param(name).query(ReadModel.class).optional();
    }
}
