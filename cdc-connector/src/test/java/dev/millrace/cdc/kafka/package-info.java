@NullMarked
package dev.millrace.cdc.kafka;

import org.jspecify.annotations.NullMarked;
