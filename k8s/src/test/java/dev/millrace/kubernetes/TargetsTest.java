package dev.millrace.kubernetes;

import static dev.millrace.kubernetes.Selector.selects;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What scales, protects or watches something finds it. */
class TargetsTest {

    private static Stream<Overlay> overlays() {
        return Overlay.all();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void scaleWhatExists(Overlay overlay) {
        var byLoad = overlay.all(HorizontalPodAutoscaler.class).stream()
                .map(scaler -> scaler.getSpec().getScaleTargetRef())
                .map(target -> target.getKind() + "/" + target.getName());
        var byLag = overlay.all(ScaledObject.class).stream()
                .map(scaler -> scaler.getSpec().scaleTargetRef())
                .map(target -> target.kind() + "/" + target.name());
        assertThat(Stream.concat(byLoad, byLag)).doesNotHaveDuplicates().isSubsetOf(workloads(overlay));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void protectOnePartEach(Overlay overlay) {
        assertThat(overlay.all(PodDisruptionBudget.class))
                .allSatisfy(budget -> assertThat(overlay.workloads().stream()
                                .filter(workload -> selects(budget.getSpec().getSelector(), workload.labels())))
                        .hasSize(1));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void watchServicesAtAPortThatTheyHave(Overlay overlay) {
        assertThat(overlay.all(ServiceMonitor.class)).allSatisfy(monitor -> {
            var watched = overlay.all(Service.class).stream()
                    .filter(service -> service.getMetadata().getLabels() != null
                            && selects(
                                    monitor.getSpec().getSelector(),
                                    service.getMetadata().getLabels()))
                    .filter(service -> service.getSpec().getPorts().stream()
                            .anyMatch(port -> port.getName()
                                    .equals(monitor.getSpec()
                                            .getEndpoints()
                                            .getFirst()
                                            .getPort())))
                    .toList();
            assertThat(watched).isNotEmpty();
        });
    }

    private static List<String> workloads(Overlay overlay) {
        return overlay.workloads().stream()
                .map(workload -> workload.resource().getKind() + "/" + workload.name())
                .toList();
    }
}
