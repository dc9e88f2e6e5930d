/** How much log a slot makes its database keep, and for how long that goes well. Pure: no Spring, no database. */
@NullMarked
package dev.millrace.cdc.retention;

import org.jspecify.annotations.NullMarked;
