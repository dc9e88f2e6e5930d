package dev.millrace.e2e;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.local.Lineup;
import dev.millrace.local.services.Service;
import dev.millrace.local.settings.Brokers;
import dev.millrace.local.settings.Credentials;
import dev.millrace.local.settings.Folders;
import dev.millrace.local.settings.Heaps;
import dev.millrace.local.settings.Ports;
import dev.millrace.local.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** What docker-compose.yml says of a service is what a platform of processes tells it. */
class ComposeFileTest {

    private static final Path HOME = Path.of(System.getProperty("millrace.home"));
    private static final Path COMPOSE = HOME.resolve("docker-compose.yml");

    private static final int MOST_ALIASES = 200;
    private static final Pattern TARGET = Pattern.compile("[a-z]+-[a-z0-9]+:80\\d\\d");

    private static final Map<String, Map<String, Object>> CONTAINERS = containers();

    @TempDir
    static Path folder;

    private static Map<String, Map<String, Object>> containers() {
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(MOST_ALIASES);
        try (var file = Files.newBufferedReader(COMPOSE)) {
            Map<String, Map<String, Map<String, Object>>> content = new Yaml(options).load(file);
            return requireNonNull(content.get("services"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @TestFactory
    Stream<DynamicTest> tellsAServiceEverythingThatIsNoSecret() throws IOException {
        return lineup().services().stream()
                .map(service -> DynamicTest.dynamicTest(
                        service.name(),
                        () -> assertThat(environmentOf(service.name()).keySet()).containsAll(told(service))));
    }

    @TestFactory
    Stream<DynamicTest> publishesTheStandardPortOfAService() throws IOException {
        return lineup().services().stream()
                .map(service -> DynamicTest.dynamicTest(
                        service.name(),
                        () -> assertThat(list(service.name(), "ports"))
                                .singleElement()
                                .asString()
                                .endsWith(":" + service.address().getPort())));
    }

    @TestFactory
    Stream<DynamicTest> givesAServiceItsOwnSecretsAndNoOthers() throws IOException {
        return lineup().services().stream()
                .map(service -> DynamicTest.dynamicTest(
                        service.name(),
                        () -> assertThat(list(service.name(), "volumes").stream()
                                        .map(Object::toString)
                                        .filter(volume -> volume.contains("secrets")))
                                .containsExactly(service.name() + "-secrets:/run/secrets/millrace:ro")));
    }

    @Test
    void limitsTheMemoryOfEveryContainer() {
        assertThat(CONTAINERS)
                .allSatisfy((_, container) -> assertThat(container).containsKey("mem_limit"));
    }

    @Test
    void listensToThisMachineOnly() {
        assertThat(CONTAINERS.keySet().stream().flatMap(name -> list(name, "ports").stream()))
                .isNotEmpty()
                .allSatisfy(port -> assertThat(port.toString()).startsWith("${PUBLISH_ON}:"));
        assertThat(HOME.resolve(".env")).content().contains("PUBLISH_ON=127.0.0.1\n");
    }

    @Test
    void prometheusAsksEveryServiceAndBrokerAtThePortOfItsImage() throws IOException {
        var scraped = Stream.of("prometheus.yml", "three-brokers.yml")
                .flatMap(file -> TARGET.matcher(text("ops/prometheus/" + file)).results())
                .map(MatchResult::group)
                .toList();
        var expected = lineup().services().stream()
                .map(service -> service.name() + ":" + service.address().getPort());
        var brokers = Stream.of("kafka-1:8090", "kafka-2:8090", "kafka-3:8090");
        assertThat(scraped)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(expected, brokers).toList());
    }

    @Test
    void mountsOnlyFilesThatAreThere() {
        assertThat(CONTAINERS.keySet().stream()
                        .flatMap(name -> list(name, "volumes").stream())
                        .map(Object::toString)
                        .filter(volume -> volume.startsWith("./")))
                .isNotEmpty()
                .allSatisfy(
                        volume -> assertThat(HOME.resolve(volume.split(":")[0])).exists());
    }

    private static String text(String file) {
        try {
            return Files.readString(HOME.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What passwords are for goes by files. */
    private static Set<String> told(Service service) {
        return service.environment().keySet().stream()
                .filter(variable -> !variable.endsWith("_PASSWORD"))
                .collect(Collectors.toSet());
    }

    private static Map<String, Object> environmentOf(String container) {
        var environment = new HashMap<String, Object>();
        ((Map<?, ?>) container(container).getOrDefault("environment", Map.of()))
                .forEach((name, value) -> environment.put(name.toString(), value));
        return environment;
    }

    private static Collection<?> list(String container, String key) {
        return (Collection<?>) container(container).getOrDefault(key, List.of());
    }

    private static Map<String, Object> container(String name) {
        return requireNonNull(CONTAINERS.get(name), name);
    }

    private static Lineup lineup() throws IOException {
        return new Lineup(new Settings(
                new Folders(HOME, folder),
                Ports.shiftedBy(0),
                Heaps.STANDARD,
                Credentials.in(folder),
                Brokers.in(folder, OptionalInt.of(3))));
    }
}
