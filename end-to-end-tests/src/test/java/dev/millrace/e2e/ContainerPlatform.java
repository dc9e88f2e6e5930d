package dev.millrace.e2e;

import static org.awaitility.Awaitility.await;

import com.github.dockerjava.api.DockerClient;
import dev.millrace.local.compose.ImageContext;
import dev.millrace.local.settings.Port;
import dev.millrace.local.settings.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ComposeContainer;
import org.testcontainers.containers.ContainerState;
import org.testcontainers.containers.wait.strategy.Wait;

/** A platform as {@code docker compose up} starts it, with the jars of this build in its images. */
final class ContainerPlatform implements TestedPlatform {

    /** Those whose jars are in the images. */
    static final List<String> MODULES = List.of(
            "platform-broker",
            "platform-local",
            "user-service",
            "cdc-connector",
            "order-service",
            "search-indexer",
            "log-aggregator");

    private static final String SECRETS = "/run/secrets/millrace/";
    private static final Duration STARTED = Duration.ofMinutes(8);
    private static final Duration HEALTHY = Duration.ofMinutes(3);
    private static final Map<String, Port> SERVICES = Map.of(
            "order-service", Port.ORDER_SERVICE,
            "user-service", Port.USER_SERVICE,
            "cdc-connector", Port.CDC_CONNECTOR,
            "search-indexer", Port.SEARCH_INDEXER,
            "log-aggregator", Port.LOG_AGGREGATOR);

    private final Ports ports = Ports.free();
    private final ComposeContainer compose;

    ContainerPlatform(ImageContext context) {
        compose = new ComposeContainer(
                        "millrace",
                        context.folder().resolve("docker-compose.yml").toFile(),
                        context.home().resolve("docker/published.yml").toFile())
                .withBuild(true)
                .withPull(false)
                .withEnv(ImageContext.environment("under-test", ports))
                .withStartupTimeout(STARTED);
        SERVICES.keySet()
                .forEach(service ->
                        compose.waitingFor(service, Wait.forHealthcheck().withStartupTimeout(STARTED)));
    }

    @Override
    public void start() {
        compose.start();
    }

    @Override
    public void stop() {
        compose.stop();
    }

    @Override
    public Map<String, Object> kafkaAs(String user) {
        return Map.of(
                "bootstrap.servers",
                Stream.of(Port.KAFKA, Port.KAFKA_2, Port.KAFKA_3)
                        .map(port -> "localhost:" + ports.of(port))
                        .collect(Collectors.joining(",")),
                "security.protocol",
                "SASL_SSL",
                "sasl.mechanism",
                "SCRAM-SHA-512",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                        .formatted(user, passwordOf(user)),
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.certificates",
                secret("trust-store.pem"));
    }

    private String passwordOf(String user) {
        var passwords = new Properties();
        try (var reader = new java.io.StringReader(secret("users.properties"))) {
            passwords.load(reader);
            return passwords.getProperty(user);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String secret(String name) {
        return container("kafka-1")
                .copyFileFromContainer(
                        SECRETS + name, content -> new String(content.readAllBytes(), StandardCharsets.UTF_8));
    }

    @Override
    public URI schemaRegistry() {
        return address(Port.SCHEMA_REGISTRY).resolve("/apis/ccompat/v7");
    }

    @Override
    public URI elasticsearch() {
        return address(Port.ELASTICSEARCH);
    }

    @Override
    public Map<String, URI> services() {
        return SERVICES.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, service -> address(service.getValue())));
    }

    private URI address(Port port) {
        return URI.create("http://localhost:" + ports.of(port));
    }

    @Override
    public void kill(String component) {
        docker().killContainerCmd(container(component).getContainerId()).exec();
    }

    @Override
    public void restart(String component) {
        docker().startContainerCmd(container(component).getContainerId()).exec();
        await().atMost(HEALTHY).until(() -> container(component).isHealthy());
    }

    private ContainerState container(String component) {
        return compose.getContainerByServiceName(component + "-1")
                .orElseThrow(() -> new IllegalArgumentException("There is no container " + component));
    }

    private static DockerClient docker() {
        return DockerClientFactory.instance().client();
    }
}
