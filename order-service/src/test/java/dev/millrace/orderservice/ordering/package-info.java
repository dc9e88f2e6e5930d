@NullMarked
package dev.millrace.orderservice.ordering;

import org.jspecify.annotations.NullMarked;
