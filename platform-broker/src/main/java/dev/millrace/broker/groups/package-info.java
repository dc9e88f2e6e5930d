/** Consumer groups under watch: how far each has read, and whether it keeps up. Needs clients' connections only. */
@NullMarked
package dev.millrace.broker.groups;

import org.jspecify.annotations.NullMarked;
