@NullMarked
package dev.millrace.cdc.capture;

import org.jspecify.annotations.NullMarked;
