/** The platform as {@code docker compose} makes it, for tests. */
@NullMarked
package dev.millrace.local.compose;

import org.jspecify.annotations.NullMarked;
