package dev.millrace.kubernetes;

import java.util.LinkedHashMap;
import java.util.Map;

/** A manifest in the usual order. */
final class Manifest {

    private Manifest() {}

    static Map<String, Object> of(String apiVersion, String kind, String name, Map<String, ?> spec) {
        return of(apiVersion, kind, Map.of("name", name), spec);
    }

    static Map<String, Object> of(String apiVersion, String kind, Map<String, ?> metadata, Map<String, ?> spec) {
        var manifest = new LinkedHashMap<String, Object>();
        manifest.put("apiVersion", apiVersion);
        manifest.put("kind", kind);
        manifest.put("metadata", metadata);
        manifest.put("spec", spec);
        return manifest;
    }
}
