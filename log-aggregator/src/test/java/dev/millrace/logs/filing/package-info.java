@NullMarked
package dev.millrace.logs.filing;

import org.jspecify.annotations.NullMarked;
