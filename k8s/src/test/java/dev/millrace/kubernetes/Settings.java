package dev.millrace.kubernetes;

import static java.util.Objects.requireNonNullElse;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The environment of a container, as far as the manifests say it. */
record Settings(Map<String, String> variables) {

    static Settings of(Workload workload, Overlay overlay) {
        var configMaps = overlay.all(ConfigMap.class).stream()
                .collect(Collectors.toMap(map -> map.getMetadata().getName(), ConfigMap::getData));
        var variables = new TreeMap<String, String>();
        workload.containers().forEach(container -> {
            references(container).forEach(name -> variables.putAll(configMaps.getOrDefault(name, Map.of())));
            container.getEnv().forEach(variable -> variables.put(variable.getName(), value(variable, configMaps)));
        });
        return new Settings(variables);
    }

    private static List<String> references(Container container) {
        return container.getEnvFrom().stream()
                .filter(source -> source.getConfigMapRef() != null)
                .map(source -> source.getConfigMapRef().getName())
                .toList();
    }

    private static String value(EnvVar variable, Map<String, Map<String, String>> configMaps) {
        var from = variable.getValueFrom();
        if (from != null && from.getConfigMapKeyRef() != null) {
            var reference = from.getConfigMapKeyRef();
            return configMaps.getOrDefault(reference.getName(), Map.of()).getOrDefault(reference.getKey(), "");
        }
        return requireNonNullElse(variable.getValue(), "");
    }
}
