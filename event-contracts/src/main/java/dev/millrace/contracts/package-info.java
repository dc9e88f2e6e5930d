/** What services share about their domains: topics, Avro records, and nothing else. */
@NullMarked
package dev.millrace.contracts;

import org.jspecify.annotations.NullMarked;
