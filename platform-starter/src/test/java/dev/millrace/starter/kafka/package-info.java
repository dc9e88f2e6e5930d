@NullMarked
package dev.millrace.starter.kafka;

import org.jspecify.annotations.NullMarked;
