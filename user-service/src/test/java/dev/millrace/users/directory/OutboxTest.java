package dev.millrace.users.directory;

import static dev.millrace.users.directory.Bodies.idIn;
import static dev.millrace.users.directory.Bodies.newEmail;
import static dev.millrace.users.directory.Bodies.user;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What change capture gets to see of the outbox is what a trigger notes down here. */
@UserServiceTest
class OutboxTest {

    private final UsersClient users;
    private final JdbcClient jdbc;
    private final String email = newEmail();

    @Autowired
    OutboxTest(@LocalServerPort int port, JdbcClient jdbc) {
        this.users = new UsersClient(port);
        this.jdbc = jdbc;
    }

    @BeforeEach
    void noteDown() {
        run(
                "create table noted (place bigint generated always as identity, subject uuid, type text, traceparent text)");
        run("""
                create function note() returns trigger language plpgsql as $$ begin
                    insert into noted (subject, type, traceparent) values (new.subject, new.type, new.traceparent);
                    return new;
                end $$
                """);
        run("create trigger note after insert on outbox for each row execute function note()");
    }

    @AfterEach
    void forget() {
        run("drop trigger note on outbox");
        run("drop function note");
        run("drop table noted");
    }

    @Test
    void tellsWhatHappenedToAUser() {
        var ada = idIn(users.register(user(email, "Ada")));
        users.patch(ada, "{\"email\": \"" + newEmail() + "\"}");
        users.delete(ada);
        assertThat(typesOf(ada)).containsExactly("UserRegistered", "EmailChanged", "UserErased");
    }

    @Test
    void tellsNothingOfWhatIsNoEvent() {
        var key = Map.of("Idempotency-Key", newEmail());
        var ada = idIn(users.register(user(email, "Ada"), key));
        users.register(user(email, "Ada"), key);
        users.patch(ada, "{\"name\": \"Lovelace\"}");
        users.put(ada, user(email, "Lovelace"));
        assertThat(typesOf(ada)).containsExactly("UserRegistered");
    }

    @Test
    void tellsNothingOfWhatIsRefused() {
        users.register(user(email, "Ada"));
        users.register(user(email, "Grace"));
        assertThat(count("noted")).isEqualTo(1);
    }

    @Test
    void staysEmpty() {
        users.register(user(email, "Ada"));
        assertThat(count("outbox")).isZero();
    }

    private List<String> typesOf(Object user) {
        return jdbc.sql("select type from noted where subject = ? order by place")
                .param(user)
                .query(String.class)
                .list();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private void run(String statement) {
        jdbc.sql(statement).update();
    }
}
