package dev.millrace.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Settings of Millrace's own are read by the service that gets them. */
class SettingsTest {

    private static Stream<Overlay> overlays() {
        return Overlay.all();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void areThoseOfTheServicesThatGetThem(Overlay overlay) {
        var secrets = Secrets.made();
        overlay.workloads().stream().filter(SettingsTest::isOurs).forEach(workload -> {
            var sources = Sources.of(module(workload), "platform-starter");
            var variables = Settings.of(workload, overlay).variables().keySet().stream();
            var keys = secrets.getOrDefault(workload.name(), Set.of()).stream();
            assertThat(Stream.concat(variables, keys).filter(name -> isOurs(name, workload)))
                    .allSatisfy(name -> assertThat(sources.know(name)).isTrue());
        });
    }

    @Test
    void areMissedWhereNobodyReadsThem() {
        var sources = Sources.of("platform-broker");
        assertThat(sources.know("MILLRACE_BROKER_NODE_ID")).isTrue();
        assertThat(sources.know("MILLRACE_BROKER_KNOT_ID")).isFalse();
        assertThat(sources.know("MILLRACE_BREAKER_NODE_ID")).isFalse();
    }

    private static boolean isOurs(Workload workload) {
        return module(workload).matches("platform-broker|[a-z]+-(service|connector|indexer|aggregator)");
    }

    /** What all services are told of, some do not need. */
    private static boolean isOurs(String name, Workload workload) {
        return name.matches("(?i)millrace[._].*")
                && (!name.startsWith("MILLRACE_NOTIFYING") || workload.name().equals("order-service"));
    }

    private static String module(Workload workload) {
        var image = workload.pod().getContainers().getFirst().getImage();
        return image.replaceAll("^millrace/|:.*$", "");
    }
}
