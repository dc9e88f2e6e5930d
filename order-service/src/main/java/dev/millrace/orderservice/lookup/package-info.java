/** One order, as it is and as it came to be. */
@NullMarked
package dev.millrace.orderservice.lookup;

import org.jspecify.annotations.NullMarked;
