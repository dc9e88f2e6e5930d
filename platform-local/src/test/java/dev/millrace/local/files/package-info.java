@NullMarked
package dev.millrace.local.files;

import org.jspecify.annotations.NullMarked;
