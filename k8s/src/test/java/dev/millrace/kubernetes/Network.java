package dev.millrace.kubernetes;

import static dev.millrace.kubernetes.Selector.selects;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who may call whom by the policies of an overlay, and who has to by its settings. What one part does with itself is left out. */
record Network(Overlay overlay) {

    private static final Pattern ADDRESS =
            Pattern.compile("(?<![\\w.-])(?:\\$\\(POD_NAME\\)\\.)?([a-z][a-z-]*):(\\d{4})(?!\\d)");

    Set<Call> allowed() {
        return calls().filter(this::isAllowed).collect(Collectors.toCollection(TreeSet::new));
    }

    Set<Call> needed() {
        return overlay.workloads().stream()
                .flatMap(workload -> needed(workload).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Addresses in the settings of a workload. */
    List<Call> addresses(Workload from) {
        return Settings.of(from, overlay).variables().values().stream()
                .flatMap(value -> ADDRESS.matcher(value).results())
                .map(found -> new Call(from.name(), found.group(1), Integer.parseInt(found.group(2))))
                .toList();
    }

    private List<Call> needed(Workload from) {
        return Stream.concat(addresses(from).stream(), hosts(from))
                .flatMap(call -> behind(call).map(to -> new Call(call.from(), to, call.port())))
                .filter(call -> !call.from().equals(call.to()))
                .toList();
    }

    /** Settings that are the name of a service alone. */
    private Stream<Call> hosts(Workload from) {
        var values = Settings.of(from, overlay).variables().values();
        return overlay.all(Service.class).stream()
                .filter(service -> values.contains(service.getMetadata().getName()))
                .map(service -> new Call(
                        from.name(),
                        service.getMetadata().getName(),
                        service.getSpec().getPorts().getFirst().getPort()));
    }

    private Stream<String> behind(Call call) {
        return overlay.all(Service.class).stream()
                .filter(service -> service.getMetadata().getName().equals(call.to()))
                .flatMap(service -> overlay.workloads().stream()
                        .filter(workload -> workload.labels()
                                .entrySet()
                                .containsAll(service.getSpec().getSelector().entrySet())))
                .map(Workload::name);
    }

    private Stream<Call> calls() {
        return overlay.workloads().stream()
                .flatMap(from -> overlay.workloads().stream()
                        .filter(to -> !to.name().equals(from.name()))
                        .flatMap(to -> to.ports().stream()
                                .map(port -> new Call(from.name(), to.name(), port.getContainerPort()))));
    }

    private boolean isAllowed(Call call) {
        var from = workload(call.from());
        var to = workload(call.to());
        return policies(from).anyMatch(policy -> letsOut(policy, to, call.port()))
                && policies(to).anyMatch(policy -> letsIn(policy, from, to, call.port()));
    }

    private Workload workload(String name) {
        return overlay.workloads().stream()
                .filter(workload -> workload.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Stream<NetworkPolicy> policies(Workload workload) {
        return overlay.all(NetworkPolicy.class).stream()
                .filter(policy -> selects(policy.getSpec().getPodSelector(), workload.labels()));
    }

    private static boolean letsOut(NetworkPolicy policy, Workload to, int port) {
        return policy.getSpec().getEgress().stream()
                .anyMatch(rule -> isAmong(rule.getTo(), to) && isAmong(rule.getPorts(), to, port));
    }

    private static boolean letsIn(NetworkPolicy policy, Workload from, Workload to, int port) {
        return policy.getSpec().getIngress().stream()
                .anyMatch(rule -> isAmong(rule.getFrom(), from) && isAmong(rule.getPorts(), to, port));
    }

    /** Labels of namespaces are those of others: ours has none that a policy asks for. */
    private static boolean isAmong(List<NetworkPolicyPeer> peers, Workload workload) {
        return peers.isEmpty()
                || peers.stream()
                        .anyMatch(peer -> selects(peer.getNamespaceSelector(), Map.of())
                                && peer.getIpBlock() == null
                                && selects(peer.getPodSelector(), workload.labels()));
    }

    private static boolean isAmong(List<NetworkPolicyPort> ports, Workload to, int number) {
        return ports.isEmpty()
                || ports.stream().anyMatch(port -> numbers(port.getPort(), to).contains(number));
    }

    private static List<Integer> numbers(IntOrString port, Workload to) {
        return to.ports().stream()
                .filter(each -> each.getContainerPort().equals(port.getIntVal())
                        || each.getName().equals(port.getStrVal()))
                .map(each -> each.getContainerPort())
                .toList();
    }
}
