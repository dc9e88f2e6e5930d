@NullMarked
package dev.millrace.users;

import org.jspecify.annotations.NullMarked;
