/** Old versions of records made into those of today, wherever Avro's own resolution is not enough; needs no Spring. */
@NullMarked
package dev.millrace.contracts.upcasting;

import org.jspecify.annotations.NullMarked;
