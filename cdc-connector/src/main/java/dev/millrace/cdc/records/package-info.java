/** From rows that changed to records: key, Avro value, CloudEvents headers. */
@NullMarked
package dev.millrace.cdc.records;

import org.jspecify.annotations.NullMarked;
