@NullMarked
package dev.millrace.cdc.status;

import org.jspecify.annotations.NullMarked;
