/** The sink: records and the position that they lead to, in one transaction. */
@NullMarked
package dev.millrace.cdc.kafka;

import org.jspecify.annotations.NullMarked;
