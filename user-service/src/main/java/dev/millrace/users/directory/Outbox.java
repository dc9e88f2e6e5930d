package dev.millrace.users.directory;

import static java.time.ZoneOffset.UTC;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * The table outbox: events in the transaction of the change that they tell of. Capture reads them from the database's log,
 * so a row is deleted as soon as it is there, and the table stays empty.
 */
@Repository
class Outbox {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final TraceContext trace;
    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

    Outbox(JdbcClient jdbc, JsonMapper json, TraceContext trace) {
        this.jdbc = jdbc;
        this.json = json;
        this.trace = trace;
    }

    void add(UserEvent event) {
        var id = ids.generate();
        jdbc.sql("insert into outbox values (?, ?, ?, ?, ?::jsonb, ?)")
                .param(id)
                .param(event.type())
                .param(event.userId())
                .param(event.at().atOffset(UTC))
                .param(json.writeValueAsString(event))
                .param(trace.parent())
                .update();
        jdbc.sql("delete from outbox where id = ?").param(id).update();
    }
}
