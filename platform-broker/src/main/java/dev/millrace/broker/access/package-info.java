/** Who may come, what they may do, and how much of it: users, ACLs and quotas as they are declared. */
@NullMarked
package dev.millrace.broker.access;

import org.jspecify.annotations.NullMarked;
