package dev.millrace.local.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFoldersTest {

    @TempDir
    private Path folder;

    private Vault vault;

    @BeforeEach
    void fill() throws IOException {
        vault = Vault.in(Files.createDirectories(folder.resolve("vault")), OptionalInt.of(3));
        for (var container : List.of(
                "kafka-1", "kafka-2", "kafka-3", "postgresql", "schema-registry", "demo", "operator", "kafka-ui")) {
            Files.createDirectories(folder.resolve(container));
        }
        for (var service : vault.lineup().services()) {
            Files.createDirectories(folder.resolve(service.name()));
        }
        new SecretFolders(folder).fill(vault);
    }

    @Test
    void letTheDemoInAsWhoMayReadTheLedger() throws IOException {
        assertThat(properties("demo/kafka.properties").getProperty("sasl.jaas.config"))
                .contains("username=\"ledger\"", vault.credentials().kafka().of("ledger"));
    }

    @Test
    void letThePageForKafkaInAsWhoMayOnlyLook() throws IOException {
        var settings = properties("kafka-ui/application.properties");
        assertThat(settings.getProperty("kafka.clusters[0].bootstrapServers"))
                .isEqualTo("kafka-1:9092,kafka-2:9092,kafka-3:9092");
        assertThat(settings.getProperty("kafka.clusters[0].readOnly")).isEqualTo("true");
        assertThat(settings.getProperty("kafka.clusters[0].properties.sasl.jaas.config"))
                .contains("username=\"viewer\"");
        assertThat(settings.getProperty("kafka.clusters[0].properties.ssl.truststore.certificates"))
                .startsWith("-----BEGIN CERTIFICATE-----\n");
    }

    @Test
    void giveNoServiceThePasswordOfAnother() throws IOException {
        var others = vault.credentials().kafka().of("search-indexer");
        try (var files = Files.list(folder.resolve("log-aggregator"))) {
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(file).content().doesNotContain(others));
        }
    }

    private Properties properties(String file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(folder.resolve(file))) {
            properties.load(reader);
        }
        return properties;
    }
}
