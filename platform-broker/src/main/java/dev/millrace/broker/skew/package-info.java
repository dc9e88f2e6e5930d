/** How evenly the records of a topic are spread over its partitions. Needs clients' connections only. */
@NullMarked
package dev.millrace.broker.skew;

import org.jspecify.annotations.NullMarked;
