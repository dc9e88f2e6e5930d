/** The headers that every record of the platform carries. */
@NullMarked
package dev.millrace.contracts.events;

import org.jspecify.annotations.NullMarked;
