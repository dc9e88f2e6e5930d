@NullMarked
package dev.millrace.starter.outages;

import org.jspecify.annotations.NullMarked;
