/** Sends the steps of a plan over HTTP, as any client would, and keeps what the services answered. */
@NullMarked
package dev.millrace.local.demo.drive;

import org.jspecify.annotations.NullMarked;
