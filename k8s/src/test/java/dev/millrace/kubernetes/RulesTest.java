package dev.millrace.kubernetes;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The alert rules of broker and services, for Prometheus and for its operator. */
class RulesTest {

    private static final String BROKER = "platform-broker/platform/alerts.yml";
    private static final String SERVICES = "ops/services.yml";

    private static final String[] MODULES = {
        "platform-starter", "platform-broker", "cdc-connector", "order-service", "search-indexer", "log-aggregator"
    };

    private static final Pattern METER = Pattern.compile("\\bmillrace(_[a-z]+)+\\b");

    @Test
    void followFromTheFilesForPrometheusAlone() throws IOException {
        var groups = new ArrayList<Object>(groups(BROKER));
        groups.addAll(groups(SERVICES));
        var rules = Manifest.of("monitoring.coreos.com/v1", "PrometheusRule", "millrace", Map.of("groups", groups));
        Generated.in("components/monitoring/rules.yaml").isMadeOf(BROKER + " and " + SERVICES, List.of(rules));
    }

    @Test
    void restOnMetersThatServicesHave() throws IOException {
        requireMeters(Overlay.HOME.resolve(SERVICES));
    }

    @TestFactory
    Stream<DynamicTest> dashboardsShowMetersThatProcessesHave() throws IOException {
        try (var files = Files.list(Overlay.HOME.resolve("ops/grafana/dashboards"))) {
            return files.toList().stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> requireMeters(file)));
        }
    }

    private static void requireMeters(Path file) throws IOException {
        var sources = Sources.of(MODULES);
        var meters = METER.matcher(Files.readString(file))
                .results()
                .map(found -> found.group()
                        .replaceFirst("_(total|seconds|bytes)$", "")
                        .replace('_', '.'))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(meters)
                .allSatisfy(meter -> assertThat(
                                sources.contain("\"" + meter + "\"") || sources.contain("\"" + meter + ".bytes\""))
                        .isTrue());
    }

    private static List<?> groups(String file) throws IOException {
        return (List<?>) requireNonNull(Generated.read(file).get("groups"), file);
    }
}
