/** Short HTTP requests to what runs on this machine. */
@NullMarked
package dev.millrace.local.http;

import org.jspecify.annotations.NullMarked;
