@NullMarked
package dev.millrace.users.directory;

import org.jspecify.annotations.NullMarked;
