@NullMarked
package dev.millrace.starter;

import org.jspecify.annotations.NullMarked;
