@NullMarked
package dev.millrace.logs;

import org.jspecify.annotations.NullMarked;
