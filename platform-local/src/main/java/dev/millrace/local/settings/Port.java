package dev.millrace.local.settings;

/** What listens, and where it does unless the platform is shifted. */
public enum Port {
    POSTGRESQL(5432),
    KAFKA(9092),
    KAFKA_NODES(9091),
    KAFKA_CONTROLLER(9093),
    KAFKA_MANAGEMENT(8090),
    KAFKA_2(9192),
    KAFKA_2_NODES(9191),
    KAFKA_2_CONTROLLER(9193),
    KAFKA_2_MANAGEMENT(8190),
    KAFKA_3(9292),
    KAFKA_3_NODES(9291),
    KAFKA_3_CONTROLLER(9293),
    KAFKA_3_MANAGEMENT(8290),
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

    /** By how much a number is shifted from the standard one. */
    public int offsetOf(int number) {
        return number - standard;
    }
}
