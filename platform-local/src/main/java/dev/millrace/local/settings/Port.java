package dev.millrace.local.settings;

/** What listens, and where it does unless the platform is shifted. */
public enum Port {
    POSTGRESQL(5432),
    KAFKA(9092),
    KAFKA_NODES(9091),
    KAFKA_CONTROLLER(9093),
    KAFKA_MANAGEMENT(8090),
    ELASTICSEARCH(9200),
    ELASTICSEARCH_TRANSPORT(9300),
    SCHEMA_REGISTRY(8080),
    ORDER_SERVICE(8081),
    USER_SERVICE(8082),
    CDC_CONNECTOR(8083),
    SEARCH_INDEXER(8084),
    LOG_AGGREGATOR(8085);

    private final int standard;

    Port(int standard) {
        this.standard = standard;
    }

    int standard() {
        return standard;
    }
}
