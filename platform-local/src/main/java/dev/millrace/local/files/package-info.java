/** Archives unpacked once, and folders taken away. */
@NullMarked
package dev.millrace.local.files;

import org.jspecify.annotations.NullMarked;
