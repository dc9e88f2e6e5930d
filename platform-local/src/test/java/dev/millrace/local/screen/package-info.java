@NullMarked
package dev.millrace.local.screen;

import org.jspecify.annotations.NullMarked;
