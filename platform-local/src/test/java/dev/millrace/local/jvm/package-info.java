@NullMarked
package dev.millrace.local.jvm;

import org.jspecify.annotations.NullMarked;
