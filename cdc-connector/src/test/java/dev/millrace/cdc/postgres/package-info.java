@NullMarked
package dev.millrace.cdc.postgres;

import org.jspecify.annotations.NullMarked;
