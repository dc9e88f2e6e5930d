/** Who is a user: registering, changing, erasing, finding. */
@NullMarked
package dev.millrace.users.directory;

import org.jspecify.annotations.NullMarked;
