@NullMarked
package dev.millrace.starter.avro;

import org.jspecify.annotations.NullMarked;
