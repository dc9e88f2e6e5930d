@NullMarked
package dev.millrace.contracts;

import org.jspecify.annotations.NullMarked;
