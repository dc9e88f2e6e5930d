/** The domain in the words of the contracts: Avro records in, Avro records out. */
@NullMarked
package dev.millrace.orderservice.wire;

import org.jspecify.annotations.NullMarked;
