@NullMarked
package dev.millrace.local.processes;

import org.jspecify.annotations.NullMarked;
