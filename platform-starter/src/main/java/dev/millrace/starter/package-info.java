/** What every Millrace service has in common. */
@NullMarked
package dev.millrace.starter;

import org.jspecify.annotations.NullMarked;
