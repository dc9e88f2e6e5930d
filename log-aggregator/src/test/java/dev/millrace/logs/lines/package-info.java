@NullMarked
package dev.millrace.logs.lines;

import org.jspecify.annotations.NullMarked;
