package dev.millrace.local;

import static dev.millrace.local.settings.Port.CDC_CONNECTOR;
import static dev.millrace.local.settings.Port.LOG_AGGREGATOR;
import static dev.millrace.local.settings.Port.ORDER_SERVICE;
import static dev.millrace.local.settings.Port.SEARCH_INDEXER;
import static dev.millrace.local.settings.Port.USER_SERVICE;

import dev.millrace.local.engines.Database;
import dev.millrace.local.engines.Elasticsearch;
import dev.millrace.local.engines.Kafka;
import dev.millrace.local.engines.PostgreSql;
import dev.millrace.local.engines.SchemaRegistry;
import dev.millrace.local.platform.Component;
import dev.millrace.local.platform.Refused;
import dev.millrace.local.services.Service;
import dev.millrace.local.settings.Port;
import dev.millrace.local.settings.Settings;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything a platform consists of, and what each part needs. */
public final class Lineup {

    private final Settings settings;

    final PostgreSql postgresql;
    final Kafka kafka;
    final Elasticsearch elasticsearch;
    final SchemaRegistry schemaRegistry;
    private final List<Service> services;

    public Lineup(Settings settings) {
        this.settings = settings;
        postgresql = new PostgreSql(settings);
        kafka = new Kafka(settings);
        elasticsearch = new Elasticsearch(settings);
        schemaRegistry = new SchemaRegistry(settings, postgresql);
        services = List.of(
                service("user-service", USER_SERVICE, Set.of(), datasource("users", "user_service")),
                service("cdc-connector", CDC_CONNECTOR, Set.of("user-service"), capture()),
                service("order-service", ORDER_SERVICE, Set.of(), datasource("orders", "order_service")),
                service("search-indexer", SEARCH_INDEXER, Set.of(Elasticsearch.NAME), index()),
                service("log-aggregator", LOG_AGGREGATOR, Set.of(Elasticsearch.NAME), index()));
    }

    /** Every service with what it is told. */
    public List<Service> services() {
        return services;
    }

    List<Component> components() {
        return Stream.of(List.of(postgresql), kafka.brokers(), List.of(elasticsearch, schemaRegistry), services)
                .<Component>flatMap(List::stream)
                .toList();
    }

    /** Some components and what they need, directly or not; with no names, all components. */
    List<Component> components(Collection<String> names) {
        var all = components().stream().collect(Collectors.toMap(Component::name, Function.identity()));
        var wanted = new HashSet<String>();
        (names.isEmpty() ? all.keySet() : names).forEach(name -> addWithNeeds(name, all, wanted));
        return components().stream()
                .filter(component -> wanted.contains(component.name()))
                .toList();
    }

    private static void addWithNeeds(String name, Map<String, Component> all, Set<String> wanted) {
        var component = all.get(name);
        if (component == null) {
            throw new Refused("There is no component %s; there are %s.".formatted(name, new TreeSet<>(all.keySet())));
        }
        if (wanted.add(name)) {
            component.needs().forEach(need -> addWithNeeds(need, all, wanted));
        }
    }

    /** Every service writes to Kafka what is in the registry, so it starts after them. */
    private Service service(String name, Port port, Set<String> needs, Map<String, String> environment) {
        var allNeeds = Stream.of(kafka.names(), Set.of(SchemaRegistry.NAME), needs)
                .flatMap(Set::stream)
                .collect(Collectors.toUnmodifiableSet());
        var variables = new HashMap<>(environment);
        variables.putAll(kafka.environmentOf(name));
        variables.put("MILLRACE_SCHEMA_REGISTRY_URL", schemaRegistry.api().toString());
        return new Service(settings, name, port, allNeeds, variables);
    }

    private Map<String, String> datasource(String database, String role) {
        return variables("SPRING_DATASOURCE_", postgresql.of(database, role));
    }

    private Map<String, String> capture() {
        return variables("MILLRACE_CDC_CAPTURES_USERS_DATABASE_", postgresql.of("users", "cdc_connector"));
    }

    private static Map<String, String> variables(String prefix, Database database) {
        return Map.of(
                prefix + "URL", database.url(),
                prefix + "USERNAME", database.username(),
                prefix + "PASSWORD", database.password());
    }

    private Map<String, String> index() {
        return Map.of("SPRING_ELASTICSEARCH_URIS", elasticsearch.address().toString());
    }
}
