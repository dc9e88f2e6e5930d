package dev.millrace.kubernetes;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What Kustomize makes of a folder. */
record Overlay(String name, List<HasMetadata> resources) {

    static final Path HOME = Path.of(System.getProperty("millrace.home", ""));

    private static final List<String> NAMES = List.of(
            "overlays/small",
            "overlays/production",
            "overlays/founding",
            "overlays/strimzi",
            "cloud/confluent-cloud",
            "cloud/msk",
            "cloud/event-hubs");

    private static final Map<String, Overlay> RENDERED = new ConcurrentHashMap<>();

    static Stream<Overlay> all() {
        return NAMES.stream().map(Overlay::of);
    }

    static Overlay of(String name) {
        assumeTrue(isKubectlHere(), "Not tested: kubectl, which renders the overlays, is not installed.");
        return RENDERED.computeIfAbsent(name, Overlay::render);
    }

    private static boolean isKubectlHere() {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Path.of(folder, "kubectl").toFile().canExecute());
    }

    private static Overlay render(String name) {
        try {
            var kubectl = new ProcessBuilder(
                            "kubectl",
                            "kustomize",
                            HOME.resolve("k8s").resolve(name).toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var yaml = YAMLMapper.builder().build();
            try (var manifests = yaml.readerFor(JsonNode.class).<JsonNode>readValues(kubectl.getInputStream())) {
                return new Overlay(
                        name, manifests.readAll().stream().map(Overlay::read).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HasMetadata read(JsonNode manifest) {
        try {
            return Model.read(manifest);
        } catch (IOException e) {
            throw new UncheckedIOException("In %s: %s".formatted(manifest.at("/metadata/name"), e.getMessage()), e);
        }
    }

    <T extends HasMetadata> List<T> all(Class<T> type) {
        return resources.stream().filter(type::isInstance).map(type::cast).toList();
    }

    <T extends HasMetadata> List<String> names(Class<T> type) {
        return all(type).stream()
                .map(resource -> resource.getMetadata().getName())
                .toList();
    }

    /** Everything that makes pods. */
    List<Workload> workloads() {
        return resources.stream()
                .flatMap(resource -> template(resource).map(template -> new Workload(resource, template)))
                .toList();
    }

    private static Stream<PodTemplateSpec> template(HasMetadata resource) {
        return switch (resource) {
            case Deployment deployment -> Stream.of(deployment.getSpec().getTemplate());
            case StatefulSet set -> Stream.of(set.getSpec().getTemplate());
            case Job job -> Stream.of(job.getSpec().getTemplate());
            default -> Stream.empty();
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
