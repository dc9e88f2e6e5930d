/** Components and the order in which they come and go. */
@NullMarked
package dev.millrace.local.platform;

import org.jspecify.annotations.NullMarked;
