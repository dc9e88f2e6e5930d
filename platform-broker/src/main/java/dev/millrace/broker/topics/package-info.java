/** Topics as code. Knows Kafka only through an admin connection, so that it serves any Kafka. */
@NullMarked
package dev.millrace.broker.topics;

import org.jspecify.annotations.NullMarked;
