@NullMarked
package dev.millrace.local.engines;

import org.jspecify.annotations.NullMarked;
