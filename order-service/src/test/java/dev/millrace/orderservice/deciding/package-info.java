@NullMarked
package dev.millrace.orderservice.deciding;

import org.jspecify.annotations.NullMarked;
