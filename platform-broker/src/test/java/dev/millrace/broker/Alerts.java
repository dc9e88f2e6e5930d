package dev.millrace.broker;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.Yaml;

/** The alert rules of the platform, as far as a test can know PromQL. */
record Alerts(List<Map<String, Object>> rules) {

    /** Labels to match, ranges, and the lists of labels behind words like by. */
    private static final Pattern NO_METRICS =
            Pattern.compile("\\{[^}]*}|\\[[^]]*]|\\b(by|on|without|ignoring|group_left|group_right)\\s*\\([^)]*\\)");

    private static final Pattern METRIC =
            Pattern.compile("\\b(?!(?:and|or|unless|bool)\\b)[a-z][a-z0-9_]*\\b(?!\\s*\\()");

    static Alerts read() throws IOException {
        try (var file = new ClassPathResource("platform/alerts.yml").getInputStream()) {
            Map<String, Object> groups = new Yaml().load(file);
            return new Alerts(list(groups, "groups").stream()
                    .flatMap(group -> list(group, "rules").stream())
                    .toList());
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> parent, String key) {
        return (List<Map<String, Object>>) requireNonNull(parent.get(key));
    }

    Set<String> metrics() {
        return rules.stream()
                .map(rule -> NO_METRICS
                        .matcher(requireNonNull(rule.get("expr")).toString())
                        .replaceAll(" "))
                .flatMap(expression -> METRIC.matcher(expression).results())
                .map(found -> found.group())
                .collect(toSet());
    }
}
