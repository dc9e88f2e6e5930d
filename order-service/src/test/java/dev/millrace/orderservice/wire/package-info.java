@NullMarked
package dev.millrace.orderservice.wire;

import org.jspecify.annotations.NullMarked;
