@NullMarked
package dev.millrace.logs.reading;

import org.jspecify.annotations.NullMarked;
