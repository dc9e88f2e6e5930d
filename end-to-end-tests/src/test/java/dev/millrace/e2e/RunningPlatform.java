package dev.millrace.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.local.LocalPlatform;
import dev.millrace.local.demo.ledger.Addresses;
import dev.millrace.local.platform.Observer;
import dev.millrace.local.settings.Folders;
import dev.millrace.local.settings.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;

/** One platform for all tests: started with the first of them, ended with the JVM. Its data stays in target for a look. */
final class RunningPlatform {

    private static final Path HOME = Path.of(System.getProperty("millrace.home"));
    private static final LocalPlatform PLATFORM = start();

    private RunningPlatform() {}

    private static LocalPlatform start() {
        var data = HOME.resolve("end-to-end-tests/target/data-" + Instant.now().toEpochMilli());
        var platform = LocalPlatform.open(
                new Folders(HOME, data), Ports.free(), OptionalInt.empty(), List.of(), Observer.NOBODY);
        Runtime.getRuntime().addShutdownHook(new Thread(platform::close, "end-platform"));
        platform.start();
        return platform;
    }

    static LocalPlatform get() {
        return PLATFORM;
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
