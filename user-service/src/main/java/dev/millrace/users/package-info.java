/** Users, state-stored: one row a user in PostgreSQL, whose changes the rest of the platform captures. */
@NullMarked
package dev.millrace.users;

import org.jspecify.annotations.NullMarked;
