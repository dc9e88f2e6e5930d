/** Avro values in Confluent's wire format, over a registry that only deployments write to; needs no Spring. */
@NullMarked
package dev.millrace.contracts.avro;

import org.jspecify.annotations.NullMarked;
