/** How far a capture has come. Pure: no Spring, no database, no Kafka. */
@NullMarked
package dev.millrace.cdc.progress;

import org.jspecify.annotations.NullMarked;
