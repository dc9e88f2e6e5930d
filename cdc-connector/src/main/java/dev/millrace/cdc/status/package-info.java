/** What a capture does, for people and machines that ask. */
@NullMarked
package dev.millrace.cdc.status;

import org.jspecify.annotations.NullMarked;
