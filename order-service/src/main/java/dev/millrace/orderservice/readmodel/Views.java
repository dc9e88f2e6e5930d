package dev.millrace.orderservice.readmodel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The versions of the view, a schema each: which one a transaction reads or writes is decided by its search path. */
@Component
final class Views {

    private final JdbcClient jdbc;
    private final String template;

    Views(JdbcClient jdbc, @Value("classpath:db/read-model/orders.sql") Resource template) {
        this.jdbc = jdbc;
        this.template = text(template);
    }

    /** The pointer is read in the transaction that reads the rows, so that a switch happens before it or after it. */
    void useActive() {
        jdbc.sql("select set_config('search_path', 'view_' || active, true) from public.read_models where name = ?")
                .param(ReadModels.ORDERS)
                .query(String.class)
                .single();
    }

    void use(int version) {
        jdbc.sql("select set_config('search_path', ?, true)")
                .param(schema(version))
                .query(String.class)
                .single();
    }

    /** Changes nothing where the version is there already. */
    void create(int version) {
        jdbc.sql("create schema if not exists " + schema(version)).update();
        use(version);
        jdbc.sql(template).update();
    }

    void drop(int version) {
        jdbc.sql("drop schema if exists " + schema(version) + " cascade").update();
    }

    private static String schema(int version) {
        return "view_" + version;
    }

    private static String text(Resource resource) {
        try {
            return resource.getContentAsString(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
