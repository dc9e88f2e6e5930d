@NullMarked
package dev.millrace.contracts.events;

import org.jspecify.annotations.NullMarked;
