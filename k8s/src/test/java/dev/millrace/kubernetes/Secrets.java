package dev.millrace.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What {@code secrets.sh} makes: the keys of each Secret. */
final class Secrets {

    private Secrets() {}

    static Map<String, Set<String>> made() {
        try {
            var script = new ProcessBuilder(
                            "bash", Overlay.HOME.resolve("k8s/secrets.sh").toString(), "millrace")
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var keys = new TreeMap<String, Set<String>>();
            var yaml = new YAMLMapper().readerFor(JsonNode.class);
            try (var secrets = yaml.<JsonNode>readValues(script.getInputStream())) {
                secrets.forEachRemaining(secret -> keys.put(
                        secret.at("/metadata/name").asText(),
                        secret.path("stringData")
                                .propertyStream()
                                .map(Map.Entry::getKey)
                                .collect(Collectors.toSet())));
            }
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
