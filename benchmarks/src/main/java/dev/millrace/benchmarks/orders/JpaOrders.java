package dev.millrace.benchmarks.orders;

import dev.millrace.benchmarks.load.HttpConnection;
import dev.millrace.local.engines.Database;
import dev.millrace.local.jvm.BootJar;
import dev.millrace.local.jvm.JavaApplication;
import dev.millrace.local.platform.Component;
import dev.millrace.local.processes.Program;
import dev.millrace.local.settings.Folders;
import dev.millrace.local.settings.Heaps;
import dev.millrace.local.settings.Port;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The peer: events in a table, by JPA. It has the database of order-service, a JVM with the same options and the same heap.
 *
 * @param folders of a platform of its own
 */
record JpaOrders(Folders folders, int port, Database database) implements Component {

    private static final String NAME = "jpa-orders";

    @Override
    public String name() {
        return NAME;
    }

    /** One that was free a moment ago, and so none that a platform would have to make sure of. */
    @Override
    public List<Port> ports() {
        return List.of();
    }

    @Override
    public Program program() throws IOException {
        return application().program(Heaps.STANDARD.service(), environment(), folders.dataOf(NAME));
    }

    private JavaApplication application() throws IOException {
        var jar = folders.home().resolve(Path.of("benchmarks", NAME, "target", NAME + ".jar"));
        return new BootJar(jar, folders.applications()).application();
    }

    private Map<String, String> environment() {
        return Map.of(
                "SERVER_ADDRESS", "127.0.0.1",
                "SERVER_PORT", Integer.toString(port),
                "SPRING_DATASOURCE_URL", database.url(),
                "SPRING_DATASOURCE_USERNAME", database.username(),
                "SPRING_DATASOURCE_PASSWORD", database.password());
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Its port opens after everything else. */
    @Override
    public boolean isReady() throws IOException {
        new HttpConnection(address()).close();
        return true;
    }
}
