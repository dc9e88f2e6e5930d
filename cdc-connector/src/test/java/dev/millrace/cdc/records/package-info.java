@NullMarked
package dev.millrace.cdc.records;

import org.jspecify.annotations.NullMarked;
