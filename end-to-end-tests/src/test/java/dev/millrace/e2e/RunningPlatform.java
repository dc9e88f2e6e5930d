package dev.millrace.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.local.LocalPlatform;
import dev.millrace.local.compose.ImageContext;
import dev.millrace.local.demo.ledger.Addresses;
import dev.millrace.local.platform.Observer;
import dev.millrace.local.settings.Folders;
import dev.millrace.local.settings.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * One platform for all tests, of processes or of containers: started with the first test, ended with the JVM. The data of processes
 * stays in target for a look.
 */
final class RunningPlatform {

    private static final Path HOME = Path.of(System.getProperty("millrace.home"));
    private static final TestedPlatform PLATFORM = start();

    private RunningPlatform() {}

    private static TestedPlatform start() {
        var target = HOME.resolve("end-to-end-tests/target");
        var platform = DockerCondition.isNeeded() ? containers(target.resolve("containers")) : processes(target);
        Runtime.getRuntime().addShutdownHook(new Thread(platform::stop, "end-platform"));
        platform.start();
        return platform;
    }

    private static TestedPlatform processes(Path target) {
        var data = target.resolve("data-" + Instant.now().toEpochMilli());
        return new ProcessPlatform(LocalPlatform.open(
                new Folders(HOME, data), Ports.free(), OptionalInt.empty(), List.of(), Observer.NOBODY));
    }

    private static TestedPlatform containers(Path context) {
        try {
            return new ContainerPlatform(new ImageContext(HOME, context).fill(ContainerPlatform.MODULES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TestedPlatform get() {
        return PLATFORM;
    }

    /** For what only a platform of processes has. */
    static LocalPlatform local() {
        return ((ProcessPlatform) PLATFORM).platform();
    }

    static Addresses addresses() {
        return new Addresses(
                PLATFORM.kafkaAs("ledger"), PLATFORM.schemaRegistry(), PLATFORM.elasticsearch(), PLATFORM.services());
    }

    static Api orders() {
        return api("order-service");
    }

    static Api users() {
        return api("user-service");
    }

    static Api search() {
        return api("search-indexer");
    }

    static Api logs() {
        return api("log-aggregator");
    }

    /** A user whom order-service knows. */
    static UUID customer() {
        var customer = UUID.randomUUID();
        assertThat(users().put("/users/" + customer, Samples.user(customer)).status())
                .isEqualTo(201);
        awaitCustomer(customer);
        return customer;
    }

    static void awaitCustomer(UUID customer) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> orders().get("/customers/" + customer).status() == 200);
    }

    private static Api api(String service) {
        return new Api(addresses().service(service));
    }
}
