/** Java processes that start fast and stay small. */
@NullMarked
package dev.millrace.local.jvm;

import org.jspecify.annotations.NullMarked;
