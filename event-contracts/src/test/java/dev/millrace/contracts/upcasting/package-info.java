@NullMarked
package dev.millrace.contracts.upcasting;

import org.jspecify.annotations.NullMarked;
