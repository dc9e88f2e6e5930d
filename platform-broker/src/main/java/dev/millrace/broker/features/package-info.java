/** What of Kafka a cluster uses: its metadata.version and the like. */
@NullMarked
package dev.millrace.broker.features;

import org.jspecify.annotations.NullMarked;
