/** Everything one can choose about a local platform, in one place. */
@NullMarked
package dev.millrace.local.settings;

import org.jspecify.annotations.NullMarked;
