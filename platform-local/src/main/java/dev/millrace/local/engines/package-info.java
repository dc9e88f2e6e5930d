/** PostgreSQL, Kafka, Elasticsearch and the schema registry: unpacked, started, made ready for use. */
@NullMarked
package dev.millrace.local.engines;

import org.jspecify.annotations.NullMarked;
