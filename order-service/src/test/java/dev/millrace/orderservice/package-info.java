/** order-service as its callers see it, on real engines. */
@NullMarked
package dev.millrace.orderservice;

import org.jspecify.annotations.NullMarked;
