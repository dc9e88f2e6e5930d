/** Finds users and orders: indexes what other services tell, and answers searches. */
@NullMarked
package dev.millrace.search;

import org.jspecify.annotations.NullMarked;
