@NullMarked
package dev.millrace.cdc.retention;

import org.jspecify.annotations.NullMarked;
