/** The whole platform on one machine, without containers. */
@NullMarked
package dev.millrace.local;

import org.jspecify.annotations.NullMarked;
