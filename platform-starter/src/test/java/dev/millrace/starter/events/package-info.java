@NullMarked
package dev.millrace.starter.events;

import org.jspecify.annotations.NullMarked;
