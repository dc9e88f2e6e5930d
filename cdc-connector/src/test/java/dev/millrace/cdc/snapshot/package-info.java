@NullMarked
package dev.millrace.cdc.snapshot;

import org.jspecify.annotations.NullMarked;
