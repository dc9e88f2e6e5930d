/** Reading tables anew while their changes go on. Pure: no Spring, no database, no Kafka. */
@NullMarked
package dev.millrace.cdc.snapshot;

import org.jspecify.annotations.NullMarked;
