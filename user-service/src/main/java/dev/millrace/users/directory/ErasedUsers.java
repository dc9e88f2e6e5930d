package dev.millrace.users.directory;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ids of users that are gone. */
@Repository
class ErasedUsers {

    private final JdbcClient jdbc;

    ErasedUsers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean contain(UUID id) {
        return jdbc.sql("select count(*) from erased_users where id = ?")
                        .param(id)
                        .query(Long.class)
                        .single()
                > 0;
    }

    void add(UUID id, Instant at) {
        jdbc.sql("insert into erased_users (id, erased_at) values (?, ?)")
                .params(id, at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
