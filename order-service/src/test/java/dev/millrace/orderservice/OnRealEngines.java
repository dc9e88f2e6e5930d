package dev.millrace.orderservice;

import static dev.millrace.local.engines.Engine.KAFKA;
import static dev.millrace.local.engines.Engine.POSTGRESQL;
import static dev.millrace.local.engines.Engine.SCHEMA_REGISTRY;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import dev.millrace.local.engines.TestEngines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** order-service in this JVM; the classes that extend this share it and its engines. */
@SpringBootTest(webEnvironment = RANDOM_PORT)
abstract class OnRealEngines {

    static final TestEngines ENGINES = TestEngines.start(KAFKA, POSTGRESQL, SCHEMA_REGISTRY);

    @LocalServerPort
    private int port;

    OrdersApi orders = new OrdersApi(0);

    @DynamicPropertySource
    static void engines(DynamicPropertyRegistry properties) {
        var database = ENGINES.database("orders");
        properties.add("spring.kafka.bootstrap-servers", ENGINES::kafka);
        properties.add("millrace.schema-registry.url", ENGINES::schemaRegistry);
        properties.add("spring.datasource.url", database::url);
        properties.add("spring.datasource.username", database::username);
        properties.add("spring.datasource.password", database::password);
        properties.add("millrace.data-directory", OnRealEngines::temporaryFolder);
    }

    @BeforeEach
    void callTheService() {
        orders = new OrdersApi(port);
    }

    private static String temporaryFolder() {
        try {
            return Files.createTempDirectory("order-service").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
