/** From the topic into daily indices, and out of them again when their time is over. */
@NullMarked
package dev.millrace.logs.filing;

import org.jspecify.annotations.NullMarked;
