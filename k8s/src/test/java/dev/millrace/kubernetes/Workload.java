package dev.millrace.kubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Something that makes pods. */
record Workload(HasMetadata resource, PodTemplateSpec template) {

    String name() {
        return resource.getMetadata().getName();
    }

    PodSpec pod() {
        return template.getSpec();
    }

    Map<String, String> labels() {
        return template.getMetadata().getLabels();
    }

    Stream<Container> containers() {
        return Stream.concat(pod().getInitContainers().stream(), pod().getContainers().stream());
    }

    List<ContainerPort> ports() {
        return containers().flatMap(container -> container.getPorts().stream()).toList();
    }

    @Override
    public String toString() {
        return name();
    }
}
