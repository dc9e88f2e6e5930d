package dev.millrace.kubernetes;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What platform-broker declares. */
@SuppressWarnings("unchecked")
final class Catalogue {

    private static final String FOLDER = "platform-broker/platform/";

    private Catalogue() {}

    record Topic(String name, int partitions, Map<String, String> config) {

        Map<String, Object> strimzi() {
            var settings = new TreeMap<String, Object>(Map.of("min.insync.replicas", 2));
            config.forEach((setting, value) -> settings.put(setting, Amount.of(value)));
            return new TreeMap<>(Map.of("partitions", partitions, "replicas", 3, "config", settings));
        }
    }

    record User(String name, List<Map<String, Object>> rights, Map<String, String> quota) {

        private static final String PASSWORD = "millrace.kafka.password";

        private static final List<String> RESOURCES = List.of("topic", "group", "transactional-id");

        Map<String, Object> strimzi() {
            return new TreeMap<>(Map.of(
                    "authentication", authentication(),
                    "authorization",
                            new TreeMap<>(Map.of(
                                    "type",
                                    "simple",
                                    "acls",
                                    rights.stream().map(User::acl).toList())),
                    "quotas",
                            new TreeMap<>(Map.of(
                                    "producerByteRate", rate("producer-byte-rate"),
                                    "consumerByteRate", rate("consumer-byte-rate")))));
        }

        /** Where {@code secrets.sh} makes no password, Strimzi does. */
        private Map<String, Object> authentication() {
            var authentication = new TreeMap<String, Object>(Map.of("type", "scram-sha-512"));
            if (Secrets.made().getOrDefault(name, Set.of()).contains(PASSWORD)) {
                var reference = new TreeMap<>(Map.of("name", name, "key", PASSWORD));
                authentication.put("password", Map.of("valueFrom", Map.of("secretKeyRef", reference)));
            }
            return authentication;
        }

        /** Strimzi knows no rate above two gigabytes a second. */
        private long rate(String name) {
            return Math.min(Integer.MAX_VALUE, (long) Amount.of(quota.getOrDefault(name, "")));
        }

        private static Map<String, Object> acl(Map<String, Object> right) {
            return new TreeMap<>(Map.of("resource", resource(right), "operations", right.get("allow")));
        }

        private static Map<String, Object> resource(Map<String, Object> right) {
            return RESOURCES.stream()
                    .filter(right::containsKey)
                    .findFirst()
                    .map(type -> named(type, field(right, type)))
                    .orElse(Map.of("type", "cluster"));
        }

        private static Map<String, Object> named(String type, String name) {
            var isPrefix = name.length() > 1 && name.endsWith("*");
            return new TreeMap<>(Map.of(
                    "type", type.equals("transactional-id") ? "transactionalId" : type,
                    "name", isPrefix ? name.substring(0, name.length() - 1) : name,
                    "patternType", isPrefix ? "prefix" : "literal"));
        }
    }

    static Stream<Topic> topics() throws IOException {
        return list("topics.yml", "topics")
                .map(topic ->
                        new Topic(field(topic, "name"), field(topic, "partitions"), strings(field(topic, "config"))));
    }

    static Stream<User> users() throws IOException {
        var names = Catalogue.<List<String>>field(Generated.read(FOLDER + "users.yml"), "users");
        var quotas = list("quotas.yml", "quotas").toList();
        Map<String, List<Map<String, Object>>> rights = list("acls.yml", "acls")
                .collect(Collectors.toMap(acl -> field(acl, "user"), acl -> field(acl, "rights")));
        return names.stream().map(name -> new User(name, rights.getOrDefault(name, List.of()), quota(quotas, name)));
    }

    private static Map<String, String> quota(List<Map<String, Object>> quotas, String user) {
        return Stream.<Predicate<Map<String, Object>>>of(
                        quota -> user.equals(quota.get("user")), quota -> !quota.containsKey("user"))
                .flatMap(matching -> quotas.stream().filter(matching))
                .findFirst()
                .map(Catalogue::strings)
                .orElseThrow();
    }

    private static Stream<Map<String, Object>> list(String file, String name) throws IOException {
        return Catalogue.<List<Map<String, Object>>>field(Generated.read(FOLDER + file), name).stream();
    }

    private static Map<String, String> strings(Object map) {
        return ((Map<String, Object>) map)
                .entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue())));
    }

    private static <T> T field(Map<String, Object> map, String name) {
        return (T) requireNonNull(map.get(name), name);
    }
}
