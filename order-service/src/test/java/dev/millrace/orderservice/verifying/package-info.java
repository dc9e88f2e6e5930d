@NullMarked
package dev.millrace.orderservice.verifying;

import org.jspecify.annotations.NullMarked;
