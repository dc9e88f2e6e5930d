@NullMarked
package dev.millrace.orderservice.readmodel;

import org.jspecify.annotations.NullMarked;
