/** Whether this node and its cluster are well, for people and for whatever sends them requests. */
@NullMarked
package dev.millrace.broker.health;

import org.jspecify.annotations.NullMarked;
