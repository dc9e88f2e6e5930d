package dev.millrace.local.engines;

/** What the platform stands on. */
public enum Engine {
    POSTGRESQL(PostgreSql.NAME),
    KAFKA(Kafka.NAME),
    ELASTICSEARCH(Elasticsearch.NAME),
    SCHEMA_REGISTRY(SchemaRegistry.NAME);

    private final String component;

    Engine(String component) {
        this.component = component;
    }

    String component() {
        return component;
    }
}
