@NullMarked
package dev.millrace.contracts.avro;

import org.jspecify.annotations.NullMarked;
