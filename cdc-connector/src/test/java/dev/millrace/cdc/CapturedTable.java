package dev.millrace.cdc;

import static dev.millrace.local.engines.Engine.POSTGRESQL;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.millrace.cdc.snapshot.Message;
import dev.millrace.local.engines.Database;
import dev.millrace.local.engines.TestEngines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.assertj.core.groups.Tuple;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The table users and its outbox as their owner has them, made anew for each test. */
final class CapturedTable {

    private final JdbcClient owner;
    private final JdbcClient captor;
    private final TransactionTemplate transactions;

    CapturedTable(TestEngines engines) {
        this(engines, "users");
    }

    /** In a database of any service. */
    CapturedTable(TestEngines engines, String database) {
        var source = source(engines.database(database));
        this.owner = JdbcClient.create(source);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(source));
        this.captor = JdbcClient.create(source(engines.database(database, "cdc_connector")));
    }

    void makeAnew() {
        drop();
        run("""
                create table users (id uuid primary key, email text not null, name text not null, country text,
                    version bigint not null, created_at timestamptz not null, updated_at timestamptz not null)
                """);
        run("alter table users replica identity full");
        run("""
                create table outbox (id uuid primary key, type text not null, subject uuid not null,
                    time timestamptz not null, payload jsonb not null, traceparent text)
                """);
        run("create publication millrace_users for table users, outbox");
    }

    void drop() {
        run("drop publication if exists millrace_users");
        run("drop table if exists users, outbox");
    }

    UUID insert(String name) {
        var id = UUID.randomUUID();
        insert(id, name);
        return id;
    }

    void insert(UUID id, String name) {
        owner.sql("""
                        insert into users values (?, 'ada@example.org', ?, null, 1,
                            '2026-01-02T03:04:05.123456Z', '2026-01-02T03:04:05.123456Z')
                        """).params(id, name).update();
    }

    /** In one transaction; the ids are such that their order is not that of their making. */
    List<UUID> insertMany(int rows) {
        owner.sql("""
                        insert into users select gen_random_uuid(), 'ada@example.org', 'Ada ' || i, null, 1, now(), now()
                        from generate_series(1, ?) i
                        """).param(rows).update();
        return owner.sql("select id from users order by id").query(UUID.class).list();
    }

    List<Tuple> versions() {
        return owner.sql("select id, version from users")
                .query((row, _) -> tuple(row.getObject("id"), row.getLong("version")))
                .list();
    }

    void say(Message message) {
        captor.sql("select pg_logical_emit_message(true, ?, ?)")
                .params(Message.PREFIX, message.toString())
                .query()
                .listOfRows();
    }

    /** Begins a new timeline, as one who restores a backup does. */
    void recoverFromItsArchive(TestEngines engines) throws IOException {
        var superuser = JdbcClient.create(source(engines.database("users", "postgres")));
        var folder = dataFolder(superuser);
        superuser.sql("alter system set restore_command = 'false'").update();
        engines.kill(POSTGRESQL);
        Files.createFile(folder.resolve("recovery.signal"));
        engines.restart(POSTGRESQL);
        superuser.sql("alter system reset restore_command").update();
    }

    /** Of the server; aborts the test where that runs in a container. */
    static Path dataFolder(JdbcClient superuser) {
        var folder =
                Path.of(superuser.sql("show data_directory").query(String.class).single());
        assumeTrue(Files.exists(folder), "The files of PostgreSQL are in a container, out of reach.");
        return folder;
    }

    void rename(UUID id, String name) {
        owner.sql("update users set name = ?, version = version + 1 where id = ?")
                .params(name, id)
                .update();
    }

    void delete(UUID id) {
        owner.sql("delete from users where id = ?").param(id).update();
    }

    /** As the owner does within a transaction: the log has the event, the table does not. */
    void tell(UUID event, String type, UUID user, String payload) {
        put(event, type, user, payload);
        owner.sql("delete from outbox where id = ?").param(event).update();
    }

    void put(UUID event, String type, UUID user, String payload) {
        owner.sql("insert into outbox values (?, ?, ?, '2026-01-02T03:04:05.123456Z', ?::jsonb, 'parent')")
                .params(event, type, user, payload)
                .update();
    }

    void inTransaction(Runnable changes) {
        transactions.executeWithoutResult(_ -> changes.run());
    }

    void run(String statement) {
        owner.sql(statement).update();
    }

    boolean hasSlotOf(String capture) {
        return captor.sql("select count(*) > 0 from pg_replication_slots where slot_name = ?")
                .param(slotOf(capture))
                .query(Boolean.class)
                .single();
    }

    /** A slot is free a moment after its reader has gone. */
    void dropSlotOf(String capture) {
        await().atMost(Connector.PATIENCE)
                .ignoreExceptions()
                .until(() -> captor.sql("select pg_drop_replication_slot(?)")
                                .param(slotOf(capture))
                                .query()
                                .listOfRows()
                                .size()
                        == 1);
    }

    static String slotOf(String capture) {
        return capture.replace('-', '_');
    }

    static DataSource source(Database database) {
        var source = new PGSimpleDataSource();
        source.setURL(database.url());
        source.setUser(database.username());
        source.setPassword(database.password());
        return source;
    }
}
