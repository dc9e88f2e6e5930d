@NullMarked
package dev.millrace.starter.logs;

import org.jspecify.annotations.NullMarked;
