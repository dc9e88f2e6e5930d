package dev.millrace.starter.kafka;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the schemas are.
 *
 * @param url the registry's Confluent-compatible API
 */
@ConfigurationProperties("millrace.schema-registry")
record SchemaRegistryProperties(URI url) {}
