package dev.millrace.broker.declared;

import dev.millrace.broker.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which cluster is looked after where there is no broker in this process.
 *
 * @param client properties of a client of Kafka, by Kafka's own names
 * @param commandConfig a file with more of them, such as Kafka's own tools take
 */
@ConfigurationProperties("millrace.control")
record ControlSettings(
        @DefaultValue Map<String, String> client, @Nullable Path commandConfig) {

    private static final String SERVERS = "bootstrap.servers";

    ClusterConnection connection() {
        var properties = new HashMap<String, Object>(fromFile());
        properties.putAll(client);
        if (!properties.containsKey(SERVERS)) {
            throw new StartRefused(
                    "There is no cluster to look after: no broker runs here, and no other is named",
                    "Set millrace.control.client.bootstrap.servers, or millrace.control.command-config to a file that has it.");
        }
        return new ClusterConnection(properties);
    }

    private Map<String, String> fromFile() {
        var properties = new Properties();
        if (commandConfig != null) {
            try (var reader = Files.newBufferedReader(commandConfig)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new StartRefused(
                        "The file %s can't be read: %s".formatted(commandConfig, e),
                        "Name another one in millrace.control.command-config.");
            }
        }
        var found = new HashMap<String, String>();
        properties.stringPropertyNames().forEach(name -> found.put(name, properties.getProperty(name)));
        return found;
    }
}
