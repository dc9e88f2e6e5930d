package dev.millrace.kubernetes;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The alert rules of broker and services, for Prometheus and for its operator. */
class RulesTest {

    private static final String BROKER = "platform-broker/platform/alerts.yml";
    private static final String SERVICES = "ops/services.yml";

    private static final String[] SERVICE_MODULES = {
        "platform-starter", "cdc-connector", "order-service", "search-indexer", "log-aggregator"
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
        var sources = Sources.of(SERVICE_MODULES);
        var meters = METER.matcher(Files.readString(Overlay.HOME.resolve(SERVICES)))
                .results()
                .map(found ->
                        found.group().replaceFirst("_(total|seconds)$", "").replace('_', '.'))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(meters)
                .isNotEmpty()
                .allSatisfy(meter ->
                        assertThat(sources.contain("\"" + meter + "\"")).isTrue());
    }

    private static List<?> groups(String file) throws IOException {
        return (List<?>) requireNonNull(Generated.read(file).get("groups"), file);
    }
}
