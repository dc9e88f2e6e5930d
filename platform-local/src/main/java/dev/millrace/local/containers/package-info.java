/** What the platform needs before its containers can start. */
@NullMarked
package dev.millrace.local.containers;

import org.jspecify.annotations.NullMarked;
