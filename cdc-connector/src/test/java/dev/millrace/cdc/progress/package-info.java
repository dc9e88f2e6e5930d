@NullMarked
package dev.millrace.cdc.progress;

import org.jspecify.annotations.NullMarked;
