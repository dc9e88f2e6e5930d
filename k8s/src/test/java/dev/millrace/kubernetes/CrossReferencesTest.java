package dev.millrace.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.local.settings.Port;
import dev.millrace.local.settings.Ports;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever one manifest names exists in another. */
class CrossReferencesTest {

    private static Stream<Overlay> overlays() {
        return Overlay.all();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void namesOnlyConfigMapsThatExist(Overlay overlay) {
        var maps = overlay.all(ConfigMap.class).stream()
                .collect(Collectors.toMap(map -> map.getMetadata().getName(), ConfigMap::getData));
        containers(overlay)
                .flatMap(container -> container.getEnvFrom().stream())
                .forEach(source ->
                        assertThat(maps).containsKey(source.getConfigMapRef().getName()));
        containers(overlay)
                .flatMap(container -> container.getEnv().stream())
                .filter(variable -> variable.getValueFrom() != null)
                .map(variable -> variable.getValueFrom().getConfigMapKeyRef())
                .filter(Objects::nonNull)
                .forEach(key ->
                        assertThat(maps.getOrDefault(key.getName(), Map.of())).containsKey(key.getKey()));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void namesOnlyServiceAccountsOfItsOwn(Overlay overlay) {
        assertThat(overlay.workloads()).allSatisfy(workload -> {
            assertThat(workload.pod().getServiceAccountName()).isEqualTo(workload.name());
            assertThat(workload.pod().getAutomountServiceAccountToken()).isFalse();
        });
        assertThat(overlay.names(ServiceAccount.class))
                .containsExactlyInAnyOrderElementsOf(
                        overlay.workloads().stream().map(Workload::name).toList());
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void mountsEachVolumeThatItHasAndNoOther(Overlay overlay) {
        assertThat(overlay.workloads()).allSatisfy(workload -> {
            var mounted = workload.containers()
                    .flatMap(container -> container.getVolumeMounts().stream())
                    .map(VolumeMount::getName)
                    .collect(Collectors.toSet());
            assertThat(mounted).isEqualTo(volumes(workload));
        });
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void leadsServicesToPortsOfPods(Overlay overlay) {
        assertThat(overlay.all(Service.class)).allSatisfy(service -> {
            var behind = overlay.workloads().stream()
                    .filter(workload -> workload.labels()
                            .entrySet()
                            .containsAll(service.getSpec().getSelector().entrySet()))
                    .toList();
            assertThat(behind).hasSize(1);
            assertThat(service.getSpec().getPorts())
                    .allSatisfy(port -> assertThat(numbers(behind.getFirst())
                                    .get(port.getTargetPort().getStrVal()))
                            .isEqualTo(port.getPort()));
        });
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void probesAndListensAtPortsThatExist(Overlay overlay) {
        containers(overlay).forEach(container -> {
            var ports =
                    container.getPorts().stream().map(ContainerPort::getName).toList();
            Stream.of(container.getStartupProbe(), container.getLivenessProbe(), container.getReadinessProbe())
                    .filter(Objects::nonNull)
                    .filter(probe -> probe.getHttpGet() != null)
                    .forEach(probe -> assertThat(ports)
                            .contains(probe.getHttpGet().getPort().getStrVal()));
        });
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void givesStatefulSetsTheNamesOfTheirPods(Overlay overlay) {
        assertThat(overlay.names(Service.class))
                .containsAll(overlay.all(StatefulSet.class).stream()
                        .map(set -> set.getSpec().getServiceName())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void tellsOnlyAddressesOfServices(Overlay overlay) {
        var network = new Network(overlay);
        var known = overlay.all(Service.class).stream()
                .flatMap(service -> service.getSpec().getPorts().stream()
                        .map(port -> service.getMetadata().getName() + ":" + port.getPort()))
                .collect(Collectors.toCollection(TreeSet::new));
        known.addAll(Operated.by(overlay).addresses());
        assertThat(overlay.workloads().stream()
                        .flatMap(workload -> network.addresses(workload).stream())
                        .map(call -> call.to() + ":" + call.port()))
                .isNotEmpty()
                .isSubsetOf(known);
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void letsCallWhoHasToAndNobodyElse(Overlay overlay) {
        var network = new Network(overlay);
        assertThat(network.allowed()).isEqualTo(network.needed());
    }

    /** The same ports as on one machine. */
    @ParameterizedTest
    @MethodSource("overlays")
    void listensWhereThePlatformDoes(Overlay overlay) {
        var ports = Ports.shiftedBy(0);
        var standard = Stream.of(Port.values()).map(ports::of).collect(Collectors.toSet());
        assertThat(overlay.workloads())
                .allSatisfy(workload -> assertThat(numbers(workload).values()).isSubsetOf(standard));
        Stream.of("user-service", "cdc-connector", "order-service", "search-indexer", "log-aggregator")
                .forEach(service -> assertThat(numbers(workload(overlay, service)))
                        .isEqualTo(Map.of("http", ports.of(Port.valueOf(constant(service))))));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void boundsEveryContainer(Overlay overlay) {
        assertThat(containers(overlay)).allSatisfy(container -> {
            assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
            assertThat(container.getResources().getLimits()).containsKeys("cpu", "memory");
        });
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void runsNobodyAsRoot(Overlay overlay) {
        assertThat(overlay.workloads()).allSatisfy(workload -> {
            assertThat(workload.pod().getSecurityContext().getRunAsNonRoot()).isTrue();
            assertThat(workload.pod().getSecurityContext().getSeccompProfile().getType())
                    .isEqualTo("RuntimeDefault");
        });
        assertThat(containers(overlay)).allSatisfy(container -> {
            assertThat(container.getSecurityContext().getAllowPrivilegeEscalation())
                    .isFalse();
            assertThat(container.getSecurityContext().getCapabilities().getDrop())
                    .containsExactly("ALL");
        });
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void namesSecretsAndKeysThatTheScriptMakes(Overlay overlay) {
        var secrets = new TreeMap<>(Secrets.made());
        secrets.putAll(Operated.by(overlay).secrets());
        containers(overlay)
                .flatMap(container -> container.getEnv().stream())
                .filter(variable -> variable.getValueFrom() != null)
                .map(variable -> variable.getValueFrom().getSecretKeyRef())
                .filter(Objects::nonNull)
                .forEach(key -> assertThat(secrets.get(key.getName())).contains(key.getKey()));
        overlay.workloads().forEach(workload -> {
            assertThat(secrets.keySet()).containsAll(mountedSecrets(workload, _ -> true));
            mountedSecrets(workload, "secrets"::equals)
                    .forEach(secret -> assertThat(secrets.get(secret)).containsAll(files(workload, overlay)));
        });
    }

    private static List<String> mountedSecrets(Workload workload, Predicate<String> volumes) {
        return workload.pod().getVolumes().stream()
                .filter(volume -> volume.getSecret() != null && volumes.test(volume.getName()))
                .map(volume -> volume.getSecret().getSecretName())
                .toList();
    }

    private static List<String> files(Workload workload, Overlay overlay) {
        var folder = "/run/secrets/millrace/";
        return Settings.of(workload, overlay).variables().values().stream()
                .filter(value -> value.contains(folder))
                .map(value -> value.substring(value.indexOf(folder) + folder.length()))
                .filter(file -> !file.isEmpty())
                .toList();
    }

    private static String constant(String service) {
        return service.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static Workload workload(Overlay overlay, String name) {
        return overlay.workloads().stream()
                .filter(workload -> workload.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Integer> numbers(Workload workload) {
        return workload.ports().stream()
                .collect(Collectors.toMap(ContainerPort::getName, ContainerPort::getContainerPort));
    }

    private static Set<String> volumes(Workload workload) {
        var claimed = workload.resource() instanceof StatefulSet set
                ? set.getSpec().getVolumeClaimTemplates().stream()
                        .map(claim -> claim.getMetadata().getName())
                : Stream.<String>empty();
        return Stream.concat(claimed, workload.pod().getVolumes().stream().map(volume -> volume.getName()))
                .collect(Collectors.toSet());
    }

    private static Stream<Container> containers(Overlay overlay) {
        return overlay.workloads().stream().flatMap(Workload::containers);
    }
}
